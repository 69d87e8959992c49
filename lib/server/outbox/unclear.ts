import 'server-only';
import { GhlError } from '@/lib/server/ghl/errors';
import { AppError } from '@/lib/server/http/app-error';
import { log } from '@/lib/server/logger';
import { mayHaveLeft } from './deliver';

/** Does once what reaches a customer. Where nobody can say whether it did, that is what the error says. */
export async function onceOrUnclear<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof GhlError) || !mayHaveLeft(error)) throw error;
    log('warn', 'send.unclear', { operation: error.operation });
    throw new AppError('ghl_unclear', { cause: error });
  }
}
