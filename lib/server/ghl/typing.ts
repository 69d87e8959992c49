import 'server-only';
import { z } from 'zod';
import type { GhlClient } from './client';
import { checkedId } from './operations';

/** Tells the visitor of a live chat that somebody writes, or stopped. `visitorId` is the contact's (CONTRACT 1.6). */
export async function showTyping(
  ghl: GhlClient,
  { conversationId, visitorId, isTyping }: { conversationId: string; visitorId: string; isTyping: boolean },
): Promise<void> {
  const operation = 'live-chat-agent-typing';
  await ghl.call(operation, {
    body: {
      locationId: ghl.locationId,
      conversationId: checkedId(operation, 'conversationId', conversationId),
      visitorId: checkedId(operation, 'visitorId', visitorId),
      // A text by the documents.
      isTyping: String(isTyping),
    },
    schema: z.unknown(),
  });
}
