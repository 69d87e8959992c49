import { textFromHtml } from '@/lib/client/mail/text-from-html';
import type { Email, Message, MessageItem } from '@/lib/shared/contract/message';
import { activityWords } from './message-words';

/** The mails of a message that are loaded; of the others nothing but the subject is known. */
type LoadedMails = (message: Message) => readonly Email[];

/** Long enough for any message that was written by hand. */
const maxSearched = 100_000;

const foldedMessages = new WeakMap<MessageItem, string>();
const foldedMails = new WeakMap<Email, string>();

/** The ids of the messages that say this, newest first: case and accents do not count. */
export function findMatches(
  messages: readonly MessageItem[],
  wanted: string,
  mailsOf: LoadedMails,
): readonly string[] {
  const words = folded(wanted.trim());
  if (words === '') return [];
  return messages
    .filter(
      (message) =>
        message.kind === 'message' &&
        (kept(foldedMessages, message, textOf).includes(words) ||
          mailsOf(message).some((mail) => kept(foldedMails, mail, mailText).includes(words))),
    )
    .map(({ id }) => id)
    .toReversed();
}

function textOf(message: Message): string {
  const files = message.attachments.map(({ name }) => name);
  return [message.subject, message.activity ? activityWords(message) : message.body, ...files].join('\n');
}

function mailText(mail: Email): string {
  const { subject, from, to, cc, attachments } = mail;
  const files = attachments.map(({ name }) => name);
  const body = mail.text ?? (mail.html ? textFromHtml(mail.html) : '');
  return [subject, from, ...to, ...cc, ...files, body].join('\n');
}

function kept<Item extends object>(known: WeakMap<object, string>, item: Item, read: (item: Item) => string) {
  const before = known.get(item);
  if (before !== undefined) return before;
  const text = folded(read(item));
  known.set(item, text);
  return text;
}

function folded(text: string): string {
  return text
    .slice(0, maxSearched)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
