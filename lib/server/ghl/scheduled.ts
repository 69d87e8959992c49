import 'server-only';
import { z } from 'zod';
import type { GhlClient } from './client';
import { httpError } from './error-body';
import { callInfo } from './operations';
import { wireCount } from './wire';

/** Takes a message back that GHL was to send later. */
export function cancelScheduledMessage(ghl: GhlClient, messageId: string): Promise<void> {
  return cancel(ghl, 'cancel-scheduled-message', { messageId });
}

/** The same for an email, by the id of the mail, not of the thread's item. */
export function cancelScheduledEmail(ghl: GhlClient, emailMessageId: string): Promise<void> {
  return cancel(ghl, 'cancel-scheduled-email-message', { emailMessageId });
}

const answerSchema = z.object({ status: wireCount }).catch({ status: null });

async function cancel(
  ghl: GhlClient,
  operation: 'cancel-scheduled-message' | 'cancel-scheduled-email-message',
  params: Record<string, string>,
): Promise<void> {
  try {
    const answer = await ghl.call(operation, { params, schema: z.unknown() });
    const { status } = answerSchema.parse(answer);
    // The documents show "404, Failed cancel" as the body of a 200: nobody may believe such a message cancelled.
    if (status !== null && status >= 400) {
      throw httpError(callInfo(operation), { status, body: answer, retryAfterMs: null });
    }
  } finally {
    ghl.reads.drop(['messages:', 'message:', 'email:', 'conversations:', 'conversation:']);
  }
}
