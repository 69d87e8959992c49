import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { memberships, people, sessions } from '@/lib/server/db/schema';
import type { Person } from '@/lib/shared/contract/session';
import type { Role } from '@/lib/shared/permissions';
import { absoluteLimitSeconds, sessionIdFrom } from './session-cookie';

const idleLimitMs = 12 * 3600_000;
/** `last_seen_at` is written at most this often: a row for every request would be a write for every read. */
const touchMs = 5 * 60_000;

export type SignedIn = { sessionId: string; person: Person; roleAt(locationId: string): Role | null };

/** Makes a new session, with a new id each time, and forgets those that ended long ago. */
export async function createSession(personId: string, now = new Date()): Promise<string> {
  const db = await database();
  const id = randomBytes(16).toString('base64url');
  await db
    .delete(sessions)
    .where(lt(sessions.createdAt, new Date(now.getTime() - absoluteLimitSeconds * 1000)));
  await db.insert(sessions).values({ idHash: hash(id), personId, createdAt: now, lastSeenAt: now });
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
  const { createdAt, lastSeenAt } = first.session;
  if (now - createdAt.getTime() > absoluteLimitSeconds * 1000 || now - lastSeenAt.getTime() > idleLimitMs) {
    await revokeSession(sessionId);
    return null;
  }
  if (now - lastSeenAt.getTime() > touchMs) {
    await db
      .update(sessions)
      .set({ lastSeenAt: new Date(now) })
      .where(eq(sessions.idHash, hash(sessionId)));
  }
  const roles = new Map(
    rows.flatMap(({ membership }) => (membership ? [[membership.locationId, membership.role]] : [])),
  );
  const { id, name, email } = first.person;
  return {
    sessionId,
    person: { id, name, email },
    roleAt: (locationId) => roles.get(locationId) ?? roles.get('*') ?? null,
  };
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
