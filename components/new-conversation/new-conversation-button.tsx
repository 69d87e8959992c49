'use client';

import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useCommands, useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { NewConversation } from './new-conversation';

type NewConversationButtonProps = {
  locationId: string;
  onOpen: (conversationId: string) => void;
  /** The focus is free, and the conversation is open or about to be. */
  onOpened: () => void;
};

/**
 * By the button, its key, or the palette. The field to type into is there at once: letters typed into nothing would be
 * keys, and do things.
 */
export function NewConversationButton({ locationId, onOpen, onOpened }: NewConversationButtonProps) {
  const [isShown, setIsShown] = useState(false);
  const shortcutOf = useShortcutOf();
  useCommands({ 'conversation.new': () => setIsShown(true) });

  return (
    <>
      <IconButton
        label="New conversation"
        size="sm"
        tooltipSide="bottom"
        onClick={() => setIsShown(true)}
        {...shortcutOf('conversation.new')}
      >
        <PenLine aria-hidden />
      </IconButton>
      {isShown && (
        <NewConversation
          locationId={locationId}
          onClose={() => setIsShown(false)}
          onOpen={(id) => {
            setIsShown(false);
            onOpen(id);
          }}
          onOpened={onOpened}
        />
      )}
    </>
  );
}
