import 'server-only';
import type { Quote } from '@/lib/shared/contract/quote';
import type { RichText } from '@/lib/shared/contract/rich-text';
import type { EmailSend } from '@/lib/shared/contract/send';
import { isEmptyRich, paragraphOf, textToRich } from '@/lib/shared/rich-text';
import { richToHtml } from '@/lib/shared/rich-text-html';
import { quoteBlocks } from './email-quote';

type Below = {
  /** Of the person who sends, as it is when the mail leaves. */
  signature: RichText | null;
  /** Of the mail that is answered. */
  quoted: Quote | null;
};

/**
 * The HTML of an email as it leaves: what was written, the signature, and the answered mail, each as far as it is wanted.
 * A forwarded mail is not among it: GHL puts it beneath by itself (CONTRACT 1.6).
 */
export function emailHtml(
  request: Pick<EmailSend, 'text' | 'rich' | 'hasSignature' | 'hasQuote' | 'forward'>,
  { signature, quoted }: Below,
): string {
  const written = request.rich ?? textToRich(request.text);
  const hasSignature = request.hasSignature && signature !== null && !isEmptyRich(signature);
  const hasQuote = request.hasQuote && quoted !== null && request.forward === null;
  return richToHtml({
    type: 'doc',
    content: [
      ...written.content,
      ...(hasSignature ? [paragraphOf(''), ...signature.content] : []),
      ...(hasQuote ? quoteBlocks(quoted) : []),
    ],
  });
}
