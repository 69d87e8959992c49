import 'server-only';
import type { GhlClient } from './client';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import { sentSchema } from './send';
import { wireId } from './wire';

/**
 * Answers a review in public, once and never again by itself. A `GhlShapeError` means that GHL took the reply without
 * saying which message it is.
 */
export async function sendReviewReply(
  ghl: GhlClient,
  { conversationId, text }: { conversationId: string; text: string },
): Promise<{ messageId: string }> {
  const operation = 'send-review-reply';
  const id = checkedId(operation, 'conversationId', conversationId);
  try {
    const answer = await ghl.call(operation, {
      body: { conversationId: id, locationId: ghl.locationId, message: text },
      schema: sentSchema,
    });
    // Google's channel answers a list of ids instead of one.
    const messageId = answer.messageId ?? wireId.parse(answer.messageIds[0]);
    if (!messageId) throw new GhlShapeError(callInfo(operation), { field: 'messageId' });
    return { messageId };
  } finally {
    ghl.reads.drop([`messages:${id}:`, 'conversations:', `conversation:${id}`]);
  }
}
