import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';
import type { SignInRequest } from '@/lib/shared/contract/session';
import { isDemoPerson } from './admins';
import { isPassword } from './passwords';
import { createThrottle } from './throttle';

/** So many pairs of account and computer are kept; the longest unused is forgotten. */
const maxKnown = 2_000;

/** Who may come in, and by which password as it is kept; or a refusal that never tells which half was wrong. */
export async function checkSignIn(
  request: SignInRequest,
  peer: string,
): Promise<{ personId: string; provenBy?: string }> {
  if (request.method === 'demo') return { personId: await checkDemoPerson(request.personId) };
  const email = request.email.trim().toLowerCase();
  const keys = [`peer ${peer}`];
  // A computer that has signed in to this account is not slowed down by strangers who guess at it elsewhere.
  if (!isKnown(email, peer)) keys.push(`account ${email}`);
  return throttled(keys, async () => {
    const db = await database();
    const [person] = await db
      .select({ id: people.id, passwordHash: people.passwordHash })
      .from(people)
      .where(and(eq(people.email, email), isNull(people.removedAt)));
    const provenBy = person?.passwordHash ?? null;
    const isRight = await isPassword(request.password, provenBy);
    if (!isRight || !person || provenBy === null) {
      throw new AppError('forbidden', { message: 'The email or the password is not right.' });
    }
    keepKnown(email, peer);
    return { personId: person.id, provenBy };
  });
}

/** Counts a try under the keys unless it succeeds. See throttle.ts. */
export async function throttled<T>(keys: readonly string[], tryOnce: () => Promise<T>): Promise<T> {
  const throttle = remember('sign-in-throttle', () => createThrottle());
  const turn = await throttle.enter(keys);
  if (!turn) throw new AppError('too_many_requests');
  const result = await tryOnce();
  turn.forgive();
  return result;
}

async function checkDemoPerson(personId: string): Promise<string> {
  if (!isDemoPerson(personId)) {
    throw new AppError('forbidden', { message: 'Demo people exist in the sandbox only.' });
  }
  const db = await database();
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.removedAt)));
  if (!person) throw new AppError('forbidden', { message: 'This demo person was removed from the team.' });
  return person.id;
}

function known(): Set<string> {
  return remember('known-computers', () => new Set<string>());
}

function isKnown(email: string, peer: string): boolean {
  return known().has(`${peer} ${email}`);
}

function keepKnown(email: string, peer: string): void {
  const pairs = known();
  const pair = `${peer} ${email}`;
  pairs.delete(pair);
  pairs.add(pair);
  const [oldest] = pairs;
  if (pairs.size > maxKnown && oldest !== undefined) pairs.delete(oldest);
}
