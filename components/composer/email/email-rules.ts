import { messageForm } from '@/lib/shared/channel';
import type { ReplyMode } from '@/lib/shared/contract/draft';
import type { MessageItem } from '@/lib/shared/contract/message';

/** A mail that can be answered: GHL keeps it within an item of the thread, which is a whole email thread. */
export type ThreadMail = {
  /** Null: its part of the thread is not loaded. */
  messageId: string | null;
  emailId: string;
  subject: string;
  countInItem: number;
};

/** All mails of what is loaded of a thread, oldest first. */
export function mailsOf(messages: readonly MessageItem[]): ThreadMail[] {
  return messages.flatMap((message) => {
    if (message.kind !== 'message' || messageForm(message.type) !== 'email') return [];
    const { id: messageId, emailIds, subject } = message;
    return emailIds.map((emailId) => ({
      messageId,
      emailId,
      subject: subject ?? '',
      countInItem: emailIds.length,
    }));
  });
}

/**
 * The mail that an email answers: the chosen one, wherever in the thread it is, else the newest of the newest item.
 * Null: there is none.
 */
export function answeredMail(mails: readonly ThreadMail[], chosenId: string | null): ThreadMail | null {
  if (chosenId === null) return mails.at(-1) ?? null;
  const chosen = mails.find(({ emailId }) => emailId === chosenId);
  return chosen ?? { messageId: null, emailId: chosenId, subject: '', countInItem: 1 };
}

/** What an email begins as, until somebody writes another subject. */
export function subjectFor(mode: ReplyMode, subject: string): string {
  const line = subject.replace(/\s+/g, ' ').trim();
  if (mode === 'new' || line === '') return '';
  if (mode === 'forward') return /^(?:fwd?|wg|tr|rv|enc):/i.test(line) ? line : `Fwd: ${line}`;
  return /^(?:re|aw|sv|antw):/i.test(line) ? line : `Re: ${line}`;
}
