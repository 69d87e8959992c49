import 'server-only';
import { GhlHttpError } from '@/lib/server/ghl/errors';
import { forgetReadMarks } from '@/lib/server/person/read-marks';
import { forgetRow } from './known-rows';
import { forgetState } from './states';
import { forgetWaiting } from './waiting-store';

/** Nothing of ours stays about a conversation that is gone from GHL: it would stand in our lists for ever. */
export async function forgetConversation(locationId: string, conversationId: string): Promise<void> {
  forgetRow(locationId, conversationId);
  await forgetState(locationId, conversationId);
  await forgetWaiting(locationId, conversationId);
  await forgetReadMarks(locationId, conversationId);
}

export function isGone(error: unknown): boolean {
  return error instanceof GhlHttpError && error.status === 404;
}

/** The answer of a read of one conversation; one that is gone is forgotten on the way. */
export async function forgettingGone<T>(
  locationId: string,
  conversationId: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isGone(error)) await forgetConversation(locationId, conversationId);
    throw error;
  }
}
