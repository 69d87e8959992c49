import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '@/lib/server/db/database';
import { memberships, people } from '@/lib/server/db/schema';
import { settings } from '@/lib/server/env';
import { demoPeople } from './demo-people';

/** The admins of a location by name. Those who were invited and never came do not count: they could help nobody. */
export async function adminsOf(
  db: Database | Transaction,
  locationId: string,
  { forChange = false } = {},
): Promise<{ id: string; name: string }[]> {
  const found = db
    .select({ id: people.id, name: people.name, passwordHash: people.passwordHash })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        inArray(memberships.locationId, [locationId, '*']),
        eq(memberships.role, 'admin'),
        isNull(people.removedAt),
      ),
    )
    .orderBy(people.name);
  // Held until the end of a change: of two admins who demote each other at once, one must see the other gone.
  const rows = await (forChange ? found.for('update') : found);
  return rows
    .filter(({ id, passwordHash }) => canComeIn(id, passwordHash))
    .map(({ id, name }) => ({ id, name }));
}

/** Asked within the change that hangs on it. */
export async function hasAdmin(db: Database | Transaction, locationId: string): Promise<boolean> {
  return (await adminsOf(db, locationId, { forChange: true })).length > 0;
}

/** Demo people come in by one click, everybody else needs a password of their own. */
export function canComeIn(personId: string, passwordHash: string | null): boolean {
  return passwordHash !== null || isDemoPerson(personId);
}

export function isDemoPerson(personId: string): boolean {
  return settings().mode.kind === 'sandbox' && demoPeople.some(({ id }) => id === personId);
}
