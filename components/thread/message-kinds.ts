import { messageForm } from '@/lib/shared/channel';
import type { MessageItem } from '@/lib/shared/contract/message';

/** What of a thread is shown. */
export type MessageKind = 'messages' | 'emails' | 'calls' | 'comments' | 'events';
export type ShownKind = MessageKind | 'everything';

export const kindLabels: Record<ShownKind, string> = {
  everything: 'Everything',
  messages: 'Messages',
  emails: 'Emails',
  calls: 'Calls',
  comments: 'Internal comments',
  events: 'Events',
};

export const shownKinds = Object.keys(kindLabels) as ShownKind[];

export function isShown(message: MessageItem, shown: ShownKind): boolean {
  return shown === 'everything' || kindOf(message) === shown;
}

/** Whatever is of no other kind is a message: unknown types, and what cannot be read. */
function kindOf(message: MessageItem): MessageKind {
  if (message.kind === 'unreadable') return 'messages';
  if (message.type === 'TYPE_NO_SHOW') return 'events';
  switch (messageForm(message.type)) {
    case 'email':
      return 'emails';
    case 'call':
    case 'voicemail':
      return 'calls';
    case 'comment':
      return 'comments';
    case 'activity':
      return 'events';
    default:
      return 'messages';
  }
}
