import 'server-only';
import { eq } from 'drizzle-orm';
import { locationName } from '@/lib/server/connection/location-name';
import { database, type Transaction } from '@/lib/server/db/database';
import { links, memberships, people, sessions } from '@/lib/server/db/schema';
import { AppError } from '@/lib/server/http/app-error';
import type { Join, Link } from '@/lib/shared/contract/people';
import { passwordProblem } from '@/lib/shared/password';
import { hasAdmin } from './admins';
import { type LinkRow, openLink, spendLink } from './links';
import { hashPassword } from './passwords';
import { newPersonId } from './person-id';

/** What the holder of this token is invited to. */
export async function readLink(token: string): Promise<Link> {
  const link = await openLink(token);
  const { person, role } = await invited(link);
  return {
    purpose: link.purpose,
    person: person && { name: person.name, email: person.email },
    role,
    invitedBy: await nameOf(link.createdBy),
    locationName: await locationName(link.locationId),
    expiresAt: link.expiresAt.getTime(),
  };
}

/** Sets the password and uses the link up, all or nothing; ends every session of before. Answers who may come in. */
export async function join({ token, password, name, email }: Join): Promise<{ personId: string }> {
  const link = await openLink(token);
  const { person } = await invited(link);
  const newcomer = person ? null : newcomerOf(name, email);
  const problem = passwordProblem(password, person?.email ?? newcomer?.email ?? '');
  if (problem) throw new AppError('bad_request', { message: problem });
  const passwordHash = await hashPassword(password);
  const db = await database();
  return db.transaction(async (tx) => {
    await spendLink(tx, link);
    const personId = person?.id ?? (await makeFirstAdmin(tx, link, newcomer ?? newcomerOf(name, email)));
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    return { personId };
  });
}

async function invited(link: LinkRow) {
  if (link.personId === null) return { person: null, role: 'admin' as const };
  const db = await database();
  const rows = await db
    .select({ person: people, membership: memberships })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(eq(people.id, link.personId));
  const row =
    rows.find(({ membership }) => membership.locationId === link.locationId) ??
    rows.find(({ membership }) => membership.locationId === '*');
  if (!row || row.person.removedAt) {
    throw new AppError('not_found', {
      message: 'This link belonged to somebody who is not in the team any more.',
    });
  }
  return { person: row.person, role: row.membership.role };
}

function newcomerOf(name: string | undefined, email: string | undefined): { name: string; email: string } {
  if (!name || !email) throw new AppError('bad_request', { message: 'Your name and email are missing.' });
  return { name, email };
}

/** Whoever holds the link from the server's own log is the one who runs it. Whoever is known by the email becomes it. */
async function makeFirstAdmin(
  tx: Transaction,
  { locationId }: LinkRow,
  { name, email }: { name: string; email: string },
): Promise<string> {
  if (await hasAdmin(tx, locationId)) {
    throw new AppError('conflict', { message: 'There is an admin by now. Ask them to add you.' });
  }
  const [known] = await tx
    .insert(people)
    .values({ id: newPersonId(), name, email })
    .onConflictDoUpdate({ target: people.email, set: { name, removedAt: null } })
    .returning({ id: people.id });
  if (!known) throw new AppError('internal');
  await tx
    .insert(memberships)
    .values({ personId: known.id, locationId, role: 'admin' })
    .onConflictDoUpdate({
      target: [memberships.personId, memberships.locationId],
      set: { role: 'admin', grants: [] },
    });
  await tx.delete(links).where(eq(links.personId, known.id));
  return known.id;
}

async function nameOf(personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const db = await database();
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return row?.name ?? null;
}
