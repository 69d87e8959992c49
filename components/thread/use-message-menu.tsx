import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { loadedEmails } from '@/lib/client/queries/messages';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import { focusNewestInView } from './message-buttons';
import { MessageDetails } from './message-details';
import type { MenuPlace } from './message-frame';
import { MessageMenu } from './message-menu';
import { messageText } from './message-text';
import type { ThreadScene } from './thread-scene';

/** The menu of whichever message was asked about, and what it leads to. */
export function useMessageMenu(log: RefObject<HTMLElement | null>, scene: ThreadScene) {
  const { locationId, conversationId } = scene;
  const queryClient = useQueryClient();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const [details, setDetails] = useState<MenuPlace | null>(null);
  useCommands({ 'message.menu': () => focusNewestInView(log.current) });

  return {
    open: setPlace,
    element: (
      <>
        {place && (
          <MessageMenu
            // Each place is a menu of its own: one that is open does not move.
            key={`${place.message.id} ${place.x} ${place.y}`}
            locationId={locationId}
            conversationId={conversationId}
            place={place}
            text={messageText(place.message, loadedEmails(queryClient, locationId, place.message.emailIds))}
            onDetails={() => setDetails(place)}
            onClose={() => setPlace(null)}
          />
        )}
        {details && (
          <MessageDetails
            message={details.message}
            scene={scene}
            opener={details.opener}
            onClose={() => setDetails(null)}
          />
        )}
      </>
    ),
  };
}
