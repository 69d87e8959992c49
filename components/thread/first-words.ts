import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import { splitQuotedText } from '@/lib/client/mail/quoted-text';
import { textFromHtml } from '@/lib/client/mail/text-from-html';
import type { Email } from '@/lib/shared/contract/message';

const maxLength = 140;
/** The beginning of a mail is in its beginning. */
const maxRead = 20_000;

const known = new WeakMap<Email, string>();

/** How a mail begins, on one line: without the earlier mails that it carries along. */
export function firstWords(email: Email): string {
  const before = known.get(email);
  if (before !== undefined) return before;
  const text = email.text?.slice(0, maxRead) ?? textFromHtml(email.html?.slice(0, maxRead) ?? '');
  const { fresh } = splitQuotedText(text);
  const words = cutCombiningMarks(fresh.replace(/\s+/g, ' ').trim().slice(0, maxLength));
  known.set(email, words);
  return words;
}
