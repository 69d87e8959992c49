import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '@/lib/server/env';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import type { SignInRequest } from '@/lib/shared/contract/session';
import { demoPeople } from './demo-people';

/** Wrong passwords that are answered as such in `throttleMs`. */
const maxFailures = 10;
const throttleMs = 60_000;
/** Once they are used up everyone waits this long, the right password too: guessing becomes slow, nobody is locked out. */
const slowMs = 1000;

/** The id of the person that may come in, or a refusal that never tells which half was wrong. */
export async function checkSignIn(request: SignInRequest): Promise<string> {
  const { mode } = settings();
  if (request.method === 'demo') {
    const isKnown = mode.kind === 'sandbox' && demoPeople.some(({ id }) => id === request.personId);
    if (!isKnown) throw new AppError('forbidden', { message: 'Demo people exist in the sandbox only.' });
    return request.personId;
  }
  if (mode.kind !== 'connected')
    throw new AppError('forbidden', { message: 'The sandbox is entered without a password.' });
  return checkAdminPassword(request.email, request.password, mode);
}

async function checkAdminPassword(
  email: string,
  password: string,
  mode: { adminEmail: string; adminPassword: string },
): Promise<string> {
  if (recentFailures().length >= maxFailures) await sleep(slowMs);
  const isRight = [
    same(email.trim().toLowerCase(), mode.adminEmail),
    same(password, mode.adminPassword),
  ].every(Boolean);
  // Compared before counting: a stranger who uses up the tries must not lock the admin out.
  if (!isRight) throw refusal();
  return 'admin';
}

function refusal(): AppError {
  const failures = recentFailures();
  if (failures.length >= maxFailures) return new AppError('too_many_requests');
  failures.push(Date.now());
  return new AppError('forbidden', { message: 'The email or the password is not right.' });
}

function recentFailures(): number[] {
  const failures = remember('sign-in-failures', () => [] as number[]);
  while (failures[0] !== undefined && failures[0] < Date.now() - throttleMs) failures.shift();
  return failures;
}

/** Compares digests, so that the time taken tells nothing of the length or the place of the first difference. */
function same(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
