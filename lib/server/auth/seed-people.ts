import 'server-only';
import { createHmac } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { connectedLocations, sandboxUrl } from '@/lib/server/connection/connection';
import { readSandboxInfo } from '@/lib/server/connection/sandbox-info';
import { type Database, database } from '@/lib/server/db/database';
import { DatabaseUnusableError } from '@/lib/server/db/postgres';
import { links, memberships, meta, people, sessions } from '@/lib/server/db/schema';
import { settings } from '@/lib/server/env';
import { hasAdmin } from './admins';
import { demoPeople } from './demo-people';
import { endLinksMadeBy, makeLink } from './links';
import { hashPassword } from './passwords';
import { newPersonId } from './person-id';
import { sessionSecret } from './session-cookie';

/**
 * Makes the people that the settings call for, before the first request is answered. Answers the link of the first
 * admin when nobody could let anybody in.
 */
export async function seedPeople(): Promise<string | null> {
  const { mode } = settings();
  const db = await database();
  await refuseMixing(db, mode.kind);
  if (mode.kind === 'sandbox') {
    await startAfreshWithSandbox(db);
    await putDemoPeople(db);
    await connectedLocations();
    return null;
  }
  if (mode.admin) {
    await putAdmin(db, mode.admin, mode.locationId);
    await endLinksOfFirstAdmin(db);
    return null;
  }
  return firstAdminLink(db, mode.locationId);
}

async function firstAdminLink(db: Database, locationId: string): Promise<string | null> {
  // Named no more: a person like any other, with the password they had.
  await db.delete(meta).where(inArray(meta.key, [credentialsKey, personKey]));
  if (await hasAdmin(db, locationId)) {
    await endLinksOfFirstAdmin(db);
    return null;
  }
  const link = await makeLink(db, { purpose: 'first-admin', personId: null, locationId, createdBy: null });
  return link.url;
}

async function endLinksOfFirstAdmin(db: Database): Promise<void> {
  await db.delete(links).where(and(eq(links.purpose, 'first-admin'), isNull(links.usedAt)));
}

/** Which credentials were the settings' last, and whose. */
const credentialsKey = 'admin-credentials';
const personKey = 'admin-person';
/** Which sandbox the rows are about; in no database of a team. */
const sandboxKey = 'sandbox';

/** The admin of the environment is the person with that email, whoever else there is; made where there is none. */
async function putAdmin(
  db: Database,
  admin: { email: string; password: string },
  locationId: string,
): Promise<void> {
  const key = credentialsKey;
  // Keyed, so that a copy of the database does not help to guess the password.
  const value = createHmac('sha256', sessionSecret())
    .update(JSON.stringify([admin.email, admin.password]))
    .digest('base64url');
  const kept = await metaValue(db, key);
  // Before the person was kept beside the credentials, it was always this one.
  const former = (await metaValue(db, personKey)) ?? (kept === undefined ? null : 'admin');
  const [known] = await db.select().from(people).where(eq(people.email, admin.email));
  const [renamed] = known || !former ? [] : await db.select().from(people).where(eq(people.id, former));
  const isChanged = kept !== value;
  const person = known ?? renamed;
  const personId = person?.id ?? newPersonId();
  const keptHash = isChanged ? null : person?.passwordHash;
  const passwordHash = keptHash ?? (await hashPassword(admin.password));
  await db.transaction(async (tx) => {
    // Changed credentials end what was opened with the old ones, and the old ones themselves.
    if (isChanged)
      await tx.delete(sessions).where(inArray(sessions.personId, [former ?? personId, personId]));
    if (former !== null && former !== personId) {
      await tx.update(people).set({ passwordHash: null }).where(eq(people.id, former));
      await endLinksMadeBy(tx, former);
    }
    await tx.delete(links).where(eq(links.personId, personId));
    await tx
      .insert(people)
      .values({ id: personId, name: admin.email, email: admin.email, passwordHash })
      .onConflictDoUpdate({
        target: people.id,
        set: {
          passwordHash,
          email: admin.email,
          removedAt: null,
          // Called by the email until somebody gave a name.
          ...(person && person.name === person.email ? { name: admin.email } : {}),
        },
      });
    await tx
      .insert(memberships)
      .values({ personId, locationId, role: 'admin' })
      .onConflictDoUpdate({
        target: [memberships.personId, memberships.locationId],
        set: { role: 'admin', grants: [] },
      });
    await put(tx, key, value);
    await put(tx, personKey, personId);
  });
}

/** On a server one database could be given to both, and a sandbox empties its own at each start. */
async function refuseMixing(db: Database, kind: 'sandbox' | 'connected'): Promise<void> {
  const isOfSandbox = (await metaValue(db, sandboxKey)) !== undefined;
  if (kind === 'connected') {
    if (isOfSandbox)
      throw new DatabaseUnusableError(
        'this database belongs to a sandbox, which would empty it; name another',
      );
    return;
  }
  const isEmpty = (await db.$count(people)) === 0;
  if (!isOfSandbox && !isEmpty)
    throw new DatabaseUnusableError('this database holds a team, and a sandbox would empty it; name another');
}

/** Rows about a sandbox that is gone would name conversations that no longer exist. */
async function startAfreshWithSandbox(db: Database): Promise<void> {
  const { instanceId } = await readSandboxInfo(await sandboxUrl());
  if ((await metaValue(db, sandboxKey)) === instanceId) return;
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`truncate people, memberships, sessions, links, sends, uploads, snippets, audit_log, meta,
        conversation_states, waiting, scans, jobs, job_items, saved_views restart identity cascade`,
    );
    await tx.insert(meta).values({ key: sandboxKey, value: instanceId });
  });
}

/** Made once with a fresh sandbox: who was changed or removed since stays so over a restart of the app. */
async function putDemoPeople(db: Database): Promise<void> {
  for (const { id, name, email, role } of demoPeople) {
    const made = await db
      .insert(people)
      .values({ id, name, email })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (made.length > 0) await db.insert(memberships).values({ personId: id, locationId: '*', role });
  }
}

async function metaValue(db: Database, key: string): Promise<string | undefined> {
  const [row] = await db.select().from(meta).where(eq(meta.key, key));
  return row?.value;
}

async function put(db: Pick<Database, 'insert'>, key: string, value: string): Promise<void> {
  await db.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}
