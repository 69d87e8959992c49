import 'server-only';
import type { LocationState } from '@/lib/server/sandbox/location-state';
import type {
  ContactRecord,
  ConversationRecord,
  EmailRecord,
  MessageRecord,
} from '@/lib/server/sandbox/records';
import { emptyEmailItem, placeEmailInThread } from '@/lib/server/sandbox/thread-effects';
import { withFiles } from './mail-html';
import { staff, staffIds } from './profiles';
import type { MailLine } from './seed-thread';

type MailWriting = { location: LocationState; now: number; fileUrl: (name: string) => string };

/** Writes one mail of the demo data: into the item of its thread key, or as the first of a new item. */
export function writeMail(
  { location, now, fileUrl }: MailWriting,
  conversation: ConversationRecord,
  contact: ContactRecord,
  line: MailLine,
  items: Map<string, MessageRecord>,
): void {
  const isInbound = line.who === 'them';
  const item = items.get(line.thread);
  const own = `${location.profile.name} <${location.profile.email}>`;
  const email: EmailRecord = {
    id: location.newId(),
    altId: `${location.newId()}@mail.${location.profile.website}`,
    threadId: item?.id ?? location.newId(),
    locationId: location.id,
    contactId: contact.id,
    conversationId: conversation.id,
    dateAdded: now - line.agoMs,
    subject: line.subject,
    body: withFiles(line.html, fileUrl),
    direction: isInbound ? 'inbound' : 'outbound',
    status: line.status ?? (isInbound ? 'delivered' : 'opened'),
    attachments: (line.files ?? []).map(fileUrl),
    provider: 'Leadconnector Gmail',
    from: isInbound ? addressOf(contact) : senderOf(line, own),
    to: [isInbound ? location.profile.email : (contact.email ?? '')],
    cc: line.cc ?? [],
    bcc: [],
    replyToMessageId: item?.emailIds?.at(-1),
    source: line.who === 'auto' ? 'workflow' : 'app',
    userId: line.who === 'them' || line.who === 'auto' ? undefined : staffIds[line.who],
  };
  const place = item ?? emptyEmailItem(location, conversation, email, email.threadId);
  if (!item) {
    location.insertMessage(place);
    items.set(line.thread, place);
  }
  placeEmailInThread(location, place, email);
}

function addressOf(contact: ContactRecord): string {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return name === '' ? (contact.email ?? '') : `${name} <${contact.email ?? ''}>`;
}

function senderOf(line: MailLine, own: string): string {
  const user = staff.find(({ firstName }) => firstName.toLowerCase() === line.who);
  return user ? `${user.firstName} ${user.lastName} <${user.email}>` : own;
}
