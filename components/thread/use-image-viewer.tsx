import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { loadedEmails } from '@/lib/client/queries/messages';
import type { MessageItem } from '@/lib/shared/contract/message';
import { ImageViewer } from './image-viewer';
import { threadImages } from './thread-images';

/** One viewer for all pictures of what is loaded of a thread: a row that is scrolled away does not close it. */
export function useImageViewer(locationId: string, messages: readonly MessageItem[]) {
  const queryClient = useQueryClient();
  /** By address: older pictures that arrive move all places. */
  const [href, setHref] = useState<string | null>(null);
  // While it closes it still shows the last one.
  const [isOpen, setIsOpen] = useState(false);

  function open(image: string) {
    setHref(image);
    setIsOpen(true);
  }

  return {
    open,
    element: href !== null && (
      <ImageViewer
        images={threadImages({
          locationId,
          messages,
          emailsOf: (emailIds) => loadedEmails(queryClient, locationId, emailIds),
        })}
        href={href}
        isOpen={isOpen}
        onMove={setHref}
        onClose={() => setIsOpen(false)}
      />
    ),
  };
}
