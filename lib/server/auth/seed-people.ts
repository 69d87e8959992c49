import 'server-only';
import { createHmac } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { connectedLocations, sandboxUrl } from '@/lib/server/connection/connection';
import { readSandboxInfo } from '@/lib/server/connection/sandbox-info';
import { type Database, database } from '@/lib/server/db/database';
import { memberships, meta, people, sessions } from '@/lib/server/db/schema';
import { settings } from '@/lib/server/env';
import type { Role } from '@/lib/shared/permissions';
import { demoPeople } from './demo-people';
import { sessionSecret } from './session-cookie';

/** Makes the people that the settings call for. Runs at the start, before the first request is answered. */
export async function seedPeople(): Promise<void> {
  const { mode } = settings();
  const db = await database();
  if (mode.kind === 'connected') {
    await put(
      db,
      { id: 'admin', name: mode.adminEmail, email: mode.adminEmail, role: 'admin' },
      mode.locationId,
    );
    await endSessionsOfOldPassword(db, mode.adminEmail, mode.adminPassword);
    return;
  }
  await startAfreshWithSandbox(db);
  for (const person of demoPeople) await put(db, person, '*');
  await connectedLocations();
}

/** Whoever changes the admin's email or password means to end what was opened with the old ones. */
async function endSessionsOfOldPassword(db: Database, email: string, password: string): Promise<void> {
  const key = 'admin-credentials';
  // Keyed, so that a copy of the database does not help to guess the password.
  const value = createHmac('sha256', sessionSecret())
    .update(JSON.stringify([email, password]))
    .digest('base64url');
  const [row] = await db.select().from(meta).where(eq(meta.key, key));
  if (row?.value === value) return;
  await db.transaction(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.personId, 'admin'));
    await tx.insert(meta).values({ key, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
  });
}

/** Rows about a sandbox that is gone would name conversations that no longer exist. */
async function startAfreshWithSandbox(db: Database): Promise<void> {
  const { instanceId } = await readSandboxInfo(await sandboxUrl());
  const [row] = await db.select().from(meta).where(eq(meta.key, 'sandbox'));
  if (row?.value === instanceId) return;
  await db.transaction(async (tx) => {
    await tx.execute(
      sql`truncate people, memberships, sessions, sends, uploads, audit_log, meta restart identity cascade`,
    );
    await tx.insert(meta).values({ key: 'sandbox', value: instanceId });
  });
}

async function put(
  db: Database,
  person: { id: string; name: string; email: string; role: Role },
  locationId: string,
): Promise<void> {
  const { id, name, email, role } = person;
  await db
    .insert(people)
    .values({ id, name, email })
    .onConflictDoUpdate({ target: people.id, set: { name, email } });
  await db
    .insert(memberships)
    .values({ personId: id, locationId, role })
    .onConflictDoUpdate({ target: [memberships.personId, memberships.locationId], set: { role } });
}
