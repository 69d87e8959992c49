import type { DraftSeed } from '@/lib/shared/contract/draft';
import type { Send } from '@/lib/shared/contract/send';

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
        to: forward?.to ?? to,
        from,
        cc: request.cc.join(', '),
        bcc: request.bcc.join(', '),
        replyMode: forward ? 'forward' : request.replyToEmailId ? 'reply' : 'new',
        replyToEmailId: forward?.emailId ?? request.replyToEmailId,
        isWholeThread: forward?.isWholeThread ?? false,
        hasQuote,
        hasSignature,
        subtypeId,
      },
    };
  }
  if (channel === 'InternalComment' || channel === 'Review') return { channel, content: common };
  const { to, from, templateId } = request;
  return { channel, content: { ...common, to, from, templateId } };
}
