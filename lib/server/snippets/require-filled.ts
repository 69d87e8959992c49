import 'server-only';
import { AppError } from '@/lib/server/http/app-error';
import type { SendRequest } from '@/lib/shared/contract/send';
import { unfilledIn, unfilledWords } from '@/lib/shared/variables';

/** The last wall: what stands in braces GHL would replace, or send as it is, without anybody seeing it. */
export function requireFilled(request: SendRequest): void {
  const found = unfilledIn(request);
  if (found) throw new AppError('bad_request', { message: unfilledWords(found), field: 'text' });
}
