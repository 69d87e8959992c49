import { gateMail } from '@/lib/client/mail/mail-gate';
import { splitQuotedText } from '@/lib/client/mail/quoted-text';
import { type CleanMail, sanitiseMail } from '@/lib/client/mail/sanitise-mail';
import { maxTextLength, textFromHtml } from '@/lib/client/mail/text-from-html';
import type { Email } from '@/lib/shared/contract/message';
import { remoteImages } from '@/lib/shared/mail-images';

/** How a mail is shown: in the frame, or as text, with the reason where it was meant to be more. */
export type MailView =
  | { kind: 'frame'; mail: CleanMail }
  | { kind: 'text'; fresh: string; quoted: string | null; isCut: boolean; note: string | null };

const unfit = 'This email is too large or too tangled to be drawn safely, so this is its text.';
const failed = 'This email could not be drawn, so this is its text.';

/** Never throws: whatever a mail is made of, its words can be read. */
export async function mailView(email: Pick<Email, 'html' | 'text'>): Promise<MailView> {
  if (!email.html) return asText(email.text ?? '', null);
  const gate = gateMail(email.html);
  if (!gate.isOpen) return asText(email.text ?? textFromHtml(email.html), unfit);
  try {
    return { kind: 'frame', mail: await sanitiseMail(gate.html, remoteImages(email.html)) };
  } catch {
    return asText(email.text ?? textFromHtml(email.html), failed);
  }
}

function asText(text: string, note: string | null): MailView {
  const { fresh, quoted } = splitQuotedText(text.slice(0, maxTextLength));
  return { kind: 'text', fresh, quoted, isCut: text.length >= maxTextLength, note };
}
