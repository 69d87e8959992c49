import type { DraftContent, DraftSeed } from '@/lib/shared/contract/draft';
import type { Send } from '@/lib/shared/contract/send';
import { lineOf } from './reader-line';

/** A send as it was written, files and readers with it. Sent again it is a message of its own. */
export function draftOfSend({ request, attachments }: Pick<Send, 'request' | 'attachments'>): DraftSeed {
  const { channel, text } = request;
  const common = { text, files: attachments };
  if (channel === 'Email') {
    const { rich, subject, to, from, hasQuote, hasSignature, subtypeId, forward } = request;
    return {
      channel,
      content: {
        ...common,
        rich,
        subject,
        to: forward ? lineOf([forward.to]) : to,
        from,
        cc: lineOf(request.cc),
        bcc: lineOf(request.bcc),
        replyMode: forward ? 'forward' : request.replyToEmailId ? 'reply' : 'new',
        replyToEmailId: forward?.emailId ?? request.replyToEmailId,
        isWholeThread: forward?.isWholeThread ?? false,
        hasQuote,
        hasSignature,
        subtypeId,
      },
    };
  }
  if (channel === 'InternalComment') return { channel, content: { ...common, ...writtenComment(text) } };
  if (channel === 'Review') return { channel, content: common };
  const { to, from, templateId } = request;
  return { channel, content: { ...common, to, from, templateId } };
}

/** GHL's form of a mention, `@name<userId>ID</userId>` (CONTRACT 1.6), as it was written. */
function writtenComment(text: string): Pick<DraftContent, 'text' | 'mentions'> {
  const mentions: DraftContent['mentions'] = [];
  const written = text.replace(
    /@([^@<\n]{1,80})<userId>([^<>]{1,64})<\/userId>/g,
    (_form, name: string, userId: string) => {
      if (!mentions.some((mention) => mention.userId === userId)) mentions.push({ userId, name });
      return `@${name}`;
    },
  );
  return { text: written, mentions };
}
