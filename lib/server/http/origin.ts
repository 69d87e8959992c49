import 'server-only';
import { settings } from '@/lib/server/env';
import { AppError } from './app-error';

/**
 * Refuses a write that another site caused: Next checks Server Actions for this, route handlers not. Browsers say
 * where a request comes from in `Sec-Fetch-Site`, but only to https and loopback; elsewhere `Origin` must be ours.
 * Never compared with `Host` or `X-Forwarded-Host`, which a caller can set.
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const isOurs = site ? site === 'same-origin' : request.headers.get('origin') === settings().appUrl;
  if (!isOurs) throw new AppError('bad_origin');
}
