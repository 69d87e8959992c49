import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Database, database, type Transaction } from '@/lib/server/db/database';
import { links, memberships, people, sessions } from '@/lib/server/db/schema';
import { settings } from '@/lib/server/env';
import { AppError } from '@/lib/server/http/app-error';
import type { TeamPerson } from '@/lib/shared/contract/people';
import { can } from '@/lib/shared/permissions';
import { canComeIn } from './admins';
import { isOpen, type SignedIn } from './sessions';

/** Who looks, and at which location: what is told and what may be changed hangs on both. */
export type Viewer = Pick<SignedIn, 'person' | 'membershipAt'> & { locationId: string };

/** Everybody who belongs to the location, by name. */
export async function listTeam(viewer: Viewer): Promise<TeamPerson[]> {
  const db = await database();
  return readTeam(db, viewer);
}

/** One of them, or a refusal: whoever belongs elsewhere does not exist here. */
export async function requireTeamPerson(
  db: Database | Transaction,
  viewer: Viewer,
  personId: string,
): Promise<TeamPerson> {
  const [person] = await readTeam(db, viewer, personId);
  if (!person) throw new AppError('not_found', { message: 'There is no such person in this team.' });
  return person;
}

async function readTeam(
  db: Database | Transaction,
  viewer: Viewer,
  personId?: string,
): Promise<TeamPerson[]> {
  const here = await db
    .select({ person: people, membership: memberships })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        inArray(memberships.locationId, [viewer.locationId, '*']),
        isNull(people.removedAt),
        personId === undefined ? undefined : eq(people.id, personId),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
  const ids = here.map(({ person }) => person.id);
  if (ids.length === 0) return [];
  const [everywhere, open, pending] = [
    await db.select().from(memberships).where(inArray(memberships.personId, ids)),
    await db.select().from(sessions).where(inArray(sessions.personId, ids)),
    await db
      .select()
      .from(links)
      .where(and(inArray(links.personId, ids), isNull(links.usedAt))),
  ];
  const now = Date.now();
  // One location's own row counts before that of all of them.
  const byPerson = new Map(here.map((row) => [row.person.id, row]));
  for (const row of here) if (row.membership.locationId !== '*') byPerson.set(row.person.id, row);
  return [...byPerson.values()].map(({ person, membership }) => ({
    id: person.id,
    name: person.name,
    email: person.email,
    role: membership.role,
    grants: membership.grants,
    ghlUserId: membership.ghlUserId,
    hasJoined: canComeIn(person.id, person.passwordHash),
    linkExpiresAt: pending.find((link) => link.personId === person.id)?.expiresAt.getTime() ?? null,
    lastSeenAt: person.lastSeenAt?.getTime() ?? null,
    sessionCount: open.filter((session) => session.personId === person.id && isOpen(session, now)).length,
    isYou: person.id === viewer.person.id,
    fixedBecause: fixedBecause(
      viewer,
      person.email,
      everywhere.filter((row) => row.personId === person.id).map((row) => row.locationId),
    ),
  }));
}

/** An admin of one location has no business with what a person is, or signs in with, at another. */
function fixedBecause(viewer: Viewer, email: string, locationIds: string[]): TeamPerson['fixedBecause'] {
  const { mode } = settings();
  if (mode.kind === 'connected' && mode.admin?.email === email) return 'settings';
  const isTheirs = (locationId: string) => {
    const membership = viewer.membershipAt(locationId);
    return membership !== null && can(membership, 'people:manage');
  };
  return locationIds.every(isTheirs) ? null : 'elsewhere';
}
