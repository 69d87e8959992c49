'use client';

import { useEffect, useRef, useState } from 'react';
import { draftKey } from '@/lib/client/drafts';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { useDraft } from '@/lib/client/use-draft';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { DraftSeed } from '@/lib/shared/contract/draft';
import { elsewhereNote, readOnlyReason } from './channel-options';
import { ComposerForm } from './composer-form';
import { ClosedNotice } from './read-only-notice';
import { useChannel } from './use-channel';

type ComposerProps = {
  locationId: string;
  conversation: Conversation;
  openInGhlUrl: string;
  /** What came back to be changed, and is in its draft: its box is shown. */
  restore: DraftSeed | null;
  onRestored: () => void;
  /** A message has left this browser; the composer may show another one by then. */
  onSent?: () => void;
  /** After "send and done": marks the conversation done and goes on. Absent for whoever may not. */
  onDone?: () => void;
  /** Whether the person has a user of their own at GHL; null while that is not known. */
  hasGhlUser: boolean | null;
  /** Somebody came to write, or pressed the key for it: the text has the focus as soon as it is there. */
  wantsFocus: boolean;
  onFocused: () => void;
  /** Esc: the draft stays, the focus goes back to the messages. */
  onLeave: () => void;
};

/** Answers one conversation. Mounted anew for each, so that no draft can stray into another. */
export function Composer(props: ComposerProps) {
  const { locationId, conversation, openInGhlUrl, restore, onRestored, wantsFocus, onFocused } = props;
  const scene = useChannel(locationId, conversation);
  const { channel, choose } = scene;
  /** Something here, not the key for it, asked for the text. */
  const [isWanted, setIsWanted] = useState(false);
  const [hasRestored, setHasRestored] = useState(false);
  /** Once, however often this is drawn until it is known to be taken. */
  const taken = useRef<DraftSeed | null>(null);
  const { text } = useDraft(draftKey(locationId, conversation.id, channel));
  const lastType = conversation.lastMessage.type;
  const elsewhere = elsewhereNote(lastType);

  useEffect(() => {
    if (!restore || restore === taken.current) return;
    taken.current = restore;
    choose(restore.channel);
    setHasRestored(true);
    onRestored();
    setIsWanted(true);
  });

  function write(next: typeof channel) {
    choose(next);
    setIsWanted(true);
  }

  const readOnly = hasRestored ? null : readOnlyReason(lastType);
  useCommands(
    readOnly === null
      ? {
          'message.comment': () => write('InternalComment'),
          'message.switch': () => write(scene.otherMode),
        }
      : {},
  );

  const isUnanswerable = !scene.hasOpen && !scene.isChosen && text === '';
  if (readOnly) return <ClosedNotice reason={readOnly} openInGhlUrl={openInGhlUrl} />;
  if (elsewhere && isUnanswerable) {
    return (
      <ClosedNotice
        reason={elsewhere}
        openInGhlUrl={openInGhlUrl}
        onComment={() => write('InternalComment')}
      />
    );
  }
  return (
    <ComposerForm
      {...props}
      scene={scene}
      elsewhere={elsewhere}
      onWrite={() => setIsWanted(true)}
      wantsFocus={wantsFocus || isWanted}
      onFocused={() => {
        setIsWanted(false);
        if (wantsFocus) onFocused();
      }}
    />
  );
}
