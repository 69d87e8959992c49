import type { Attachment, Email, MessageItem } from '@/lib/shared/contract/message';
import { apiPaths } from '@/lib/shared/paths';

export type ThreadImage = { name: string; href: string };

type Thread = {
  locationId: string;
  /** Oldest first. */
  messages: readonly MessageItem[];
  /** Those mails of an item that are loaded. */
  emailsOf: (emailIds: readonly string[]) => readonly Email[];
};

/** Every picture of what is loaded of a thread, in the order of the thread. */
export function threadImages({ locationId, messages, emailsOf }: Thread): ThreadImage[] {
  return messages.flatMap((message) => {
    if (message.kind === 'unreadable') return [];
    // An item of mails shows the files of each mail, not its own.
    if (message.emailIds.length > 0)
      return emailsOf(message.emailIds).flatMap(({ id, attachments }) =>
        imagesOf(attachments, (index) => apiPaths.emailAttachment(locationId, id, index)),
      );
    return imagesOf(message.attachments, (index) =>
      apiPaths.messageAttachment(locationId, message.id, index),
    );
  });
}

function imagesOf(attachments: readonly Attachment[], hrefOf: (index: number) => string): ThreadImage[] {
  return attachments
    .filter(({ kind }) => kind === 'image')
    .map((attachment) => ({ name: attachment.name || 'Image', href: hrefOf(attachment.index) }));
}
