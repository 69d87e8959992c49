import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { database, type Transaction } from '@/lib/server/db/database';
import {
  allowedSenders,
  links,
  memberships,
  people,
  personSettings,
  readMarks,
  sessions,
} from '@/lib/server/db/schema';
import { drafts, snippets, snippetUses } from '@/lib/server/db/send-schema';
import { savedViews } from '@/lib/server/db/triage-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { AddPerson, ChangePerson, MadeLink, TeamPerson } from '@/lib/shared/contract/people';
import { hasAdmin } from './admins';
import { endLinksMadeBy, makeLink } from './links';
import { newPersonId } from './person-id';
import { requireTeamPerson, type Viewer } from './team';

/** Adds a person, and makes the link by which they come in. Somebody who was removed comes back as who they were. */
export async function addPerson(viewer: Viewer, asked: AddPerson): Promise<MadeLink> {
  const { locationId } = viewer;
  const { name, email, role, ghlUserId } = asked;
  const db = await database();
  return db.transaction(async (tx) => {
    const [known] = await tx.select().from(people).where(eq(people.email, email)).for('update');
    if (known && !known.removedAt) {
      throw new AppError('conflict', { message: 'Somebody with this email is in the team already.' });
    }
    const personId = known?.id ?? newPersonId();
    await tx
      .insert(people)
      .values({ id: personId, name, email })
      .onConflictDoUpdate({ target: people.id, set: { name, removedAt: null, passwordHash: null } });
    await tx
      .insert(memberships)
      .values({ personId, locationId, role, ghlUserId, grants: grantsOf(role, asked.grants) });
    const link = await makeLink(tx, { purpose: 'invite', personId, locationId, createdBy: viewer.person.id });
    return { personId, ...link };
  });
}

/** What a person is at this location; it counts from their next request on. */
export async function changePerson(
  viewer: Viewer,
  personId: string,
  change: ChangePerson,
): Promise<TeamPerson> {
  const db = await database();
  return db.transaction(async (tx) => {
    const person = await requireTeamPerson(tx, viewer, personId);
    if (person.fixedBecause === 'elsewhere') refuseIfFixed(person);
    const role = change.role ?? person.role;
    if (role !== person.role) {
      refuseIfFixed(person);
      if (person.isYou && change.isSure !== true) {
        throw new AppError('conflict', {
          message: 'This would take your own rights away. Say that you are sure.',
        });
      }
    }
    if (change.name !== undefined) {
      await tx.update(people).set({ name: change.name }).where(eq(people.id, personId));
    }
    const ghlUserId = change.ghlUserId === undefined ? person.ghlUserId : change.ghlUserId;
    await tx
      .update(memberships)
      .set({ role, ghlUserId, grants: grantsOf(role, change.grants ?? person.grants) })
      .where(await membershipOf(tx, viewer.locationId, personId));
    await requireAdminLeft(tx, viewer.locationId);
    if (role !== 'admin') await endLinksMadeBy(tx, personId);
    return requireTeamPerson(tx, viewer, personId);
  });
}

/** Takes a person out of this location. Who is nowhere any more keeps only the name, for what they sent. */
export async function removePerson(viewer: Viewer, personId: string): Promise<void> {
  const db = await database();
  await db.transaction(async (tx) => {
    const person = await requireTeamPerson(tx, viewer, personId);
    refuseIfFixed(person);
    if (person.isYou) {
      throw new AppError('conflict', { message: 'You cannot remove yourself. Another admin can.' });
    }
    await tx
      .delete(memberships)
      .where(
        and(eq(memberships.personId, personId), inArray(memberships.locationId, [viewer.locationId, '*'])),
      );
    await requireAdminLeft(tx, viewer.locationId);
    await endLinksMadeBy(tx, personId);
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    const left = await tx.select().from(memberships).where(eq(memberships.personId, personId));
    if (left.length > 0) return;
    for (const table of [links, personSettings, readMarks, allowedSenders, snippetUses, drafts])
      await tx.delete(table).where(eq(table.personId, personId));
    // What they shared is the team's.
    for (const table of [savedViews, snippets])
      await tx.delete(table).where(and(eq(table.personId, personId), eq(table.isShared, false)));
    await tx.update(people).set({ removedAt: new Date(), passwordHash: null }).where(eq(people.id, personId));
  });
}

/** A new link, to come in for the first time or to choose a new password. Until it is used nothing changes. */
export async function linkAgain(viewer: Viewer, personId: string): Promise<MadeLink> {
  const db = await database();
  return db.transaction(async (tx) => {
    const person = await requireTeamPerson(tx, viewer, personId);
    refuseIfFixed(person);
    const link = await makeLink(tx, {
      purpose: person.hasJoined ? 'reset' : 'invite',
      personId,
      locationId: viewer.locationId,
      createdBy: viewer.person.id,
    });
    return { personId, ...link };
  });
}

/** Ends every session of a person, on every computer. */
export async function signOutEverywhere(viewer: Viewer, personId: string): Promise<void> {
  const db = await database();
  const person = await requireTeamPerson(db, viewer, personId);
  if (person.fixedBecause === 'elsewhere') refuseIfFixed(person);
  await db.delete(sessions).where(eq(sessions.personId, personId));
}

const fixedWords = {
  settings: 'This admin is named in the settings (ADMIN_EMAIL). Change it there.',
  elsewhere: 'This person belongs to other locations too. Only an admin of all of them can do this.',
};

function refuseIfFixed({ fixedBecause }: TeamPerson): void {
  if (fixedBecause) throw new AppError('conflict', { message: fixedWords[fixedBecause] });
}

async function requireAdminLeft(tx: Transaction, locationId: string): Promise<void> {
  if (await hasAdmin(tx, locationId)) return;
  throw new AppError('conflict', {
    message: 'This is the last admin who can sign in. Make somebody else an admin first.',
  });
}

/** Only an agent is given more than the role; see permissions.ts. */
function grantsOf(role: TeamPerson['role'], grants: TeamPerson['grants']): TeamPerson['grants'] {
  return role === 'agent' ? [...new Set(grants)] : [];
}

/** The row that counts here: the location's own, else that of all locations. */
async function membershipOf(tx: Transaction, locationId: string, personId: string) {
  const own = and(eq(memberships.personId, personId), eq(memberships.locationId, locationId));
  const [row] = await tx.select().from(memberships).where(own);
  return row ? own : and(eq(memberships.personId, personId), eq(memberships.locationId, '*'));
}
