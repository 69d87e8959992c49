import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { memberships, people, sessions } from '@/lib/server/db/schema';
import { AppError } from '@/lib/server/http/app-error';
import type { Person } from '@/lib/shared/contract/session';
import type { Membership } from '@/lib/shared/permissions';
import { absoluteLimitSeconds, sessionIdFrom } from './session-cookie';

const idleLimitMs = 12 * 3600_000;
/** `last_seen_at` is written at most this often: a row for every request would be a write for every read. */
const touchMs = 5 * 60_000;

export type SignedIn = {
  sessionId: string;
  person: Person;
  /** Null: this person has no business at this location. */
  membershipAt(locationId: string): (Membership & { ghlUserId: string | null }) | null;
};

/**
 * Makes a new session, with a new id each time, and forgets those that ended long ago. `provenBy` is the password that
 * was found right, as it is kept: checking it takes time, and meanwhile it may have been changed or taken away.
 */
export async function createSession(personId: string, provenBy?: string): Promise<string> {
  const db = await database();
  const now = new Date();
  const id = randomBytes(16).toString('base64url');
  await db
    .delete(sessions)
    .where(lt(sessions.createdAt, new Date(now.getTime() - absoluteLimitSeconds * 1000)));
  await db.transaction(async (tx) => {
    const stillProven = provenBy === undefined ? undefined : eq(people.passwordHash, provenBy);
    const seen = await tx
      .update(people)
      .set({ lastSeenAt: now })
      .where(and(eq(people.id, personId), stillProven))
      .returning({ id: people.id });
    if (seen.length !== 1) {
      throw new AppError('forbidden', {
        message: 'The password was changed meanwhile. Sign in with the new one.',
      });
    }
    await tx.insert(sessions).values({ idHash: hash(id), personId, createdAt: now, lastSeenAt: now });
  });
  return id;
}

export async function revokeSession(sessionId: string): Promise<void> {
  const db = await database();
  await db.delete(sessions).where(eq(sessions.idHash, hash(sessionId)));
}

/**
 * Who sent this `Cookie` header, read from the database each time: a revoked session, a removed person or a changed
 * role counts from the next request on.
 */
export async function signedIn(cookieHeader: string | null, now = Date.now()): Promise<SignedIn | null> {
  const sessionId = await sessionIdFrom(cookieHeader);
  if (!sessionId) return null;
  const db = await database();
  const rows = await db
    .select({ session: sessions, person: people, membership: memberships })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(sessions.idHash, hash(sessionId)));
  const first = rows[0];
  if (!first) return null;
  if (first.person.removedAt || !isOpen(first.session, now)) {
    await revokeSession(sessionId);
    return null;
  }
  if (now - first.session.lastSeenAt.getTime() > touchMs) {
    const seen = { lastSeenAt: new Date(now) };
    await db
      .update(sessions)
      .set(seen)
      .where(eq(sessions.idHash, hash(sessionId)));
    await db.update(people).set(seen).where(eq(people.id, first.person.id));
  }
  const found = new Map(
    rows.flatMap(({ membership }) => (membership ? [[membership.locationId, membership]] : [])),
  );
  const { id, name, email } = first.person;
  return {
    sessionId,
    person: { id, name, email },
    membershipAt: (locationId) => found.get(locationId) ?? found.get('*') ?? null,
  };
}

/** Whether it still lets in: neither too old nor too long unused. */
export function isOpen(session: { createdAt: Date; lastSeenAt: Date }, now: number): boolean {
  const ageMs = now - session.createdAt.getTime();
  return ageMs <= absoluteLimitSeconds * 1000 && now - session.lastSeenAt.getTime() <= idleLimitMs;
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
