import * as z from 'zod/mini';
import { api } from '@/lib/client/api';
import { apiPaths } from '@/lib/shared/paths';

/** Tells the visitor of a live chat that somebody writes, or stopped. That it could not be told hinders nobody. */
export function showTyping(locationId: string, conversationId: string, isTyping: boolean): void {
  api(apiPaths.typing(locationId, conversationId), {
    method: 'POST',
    body: { isTyping },
    schema: z.unknown(),
  }).catch(() => undefined);
}
