import 'server-only';
import { GhlError } from '@/lib/server/ghl/errors';
import { AppError } from '@/lib/server/http/app-error';
import { log } from '@/lib/server/logger';
import { mayHaveLeft } from './outcome';

/** For messages and calls that are only written down. */
export const loggedUnclear =
  'It is not clear whether GoHighLevel wrote this down. Look at the conversation before you do it again.';

/**
 * Does once what must not happen twice. Where nobody can say whether it did, that is what the error says; `message` in
 * place of the words for what reaches a customer.
 */
export async function onceOrUnclear<T>(send: () => Promise<T>, message?: string): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof GhlError) || !mayHaveLeft(error)) throw error;
    log('warn', 'send.unclear', { operation: error.operation });
    throw new AppError('ghl_unclear', { message, cause: error });
  }
}
