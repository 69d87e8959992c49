import { textFromHtml } from '@/lib/client/mail/text-from-html';
import type { Email, Message } from '@/lib/shared/contract/message';
import { activityWords } from './message-words';

/** A message as plain text, for the clipboard. Of an email item: its newest mail, once that is loaded. */
export function messageText(message: Message, mails: readonly Email[]): string {
  const mail = mails.at(-1);
  const body = mail ? (mail.text ?? textFromHtml(mail.html ?? '')) : message.body;
  const words = message.activity ? activityWords(message) : body;
  return [mail?.subject ?? message.subject, words]
    .flatMap((part) => part || [])
    .join('\n\n')
    .trim();
}
