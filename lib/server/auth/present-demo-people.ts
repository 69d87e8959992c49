import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { memberships, people } from '@/lib/server/db/schema';
import type { Role } from '@/lib/shared/permissions';
import { demoPeople } from './demo-people';

const descriptions: Record<Role, string> = {
  admin: 'Reads and answers, with every right',
  agent: 'Reads and answers',
  viewer: 'Reads only',
};

/** The demo people who are still in the team, as what they are in it now. */
export async function presentDemoPeople() {
  const db = await database();
  const ids = demoPeople.map(({ id }) => id);
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email, role: memberships.role })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.locationId, '*')))
    .where(and(inArray(people.id, ids), isNull(people.removedAt)));
  return ids.flatMap((id) => {
    const person = rows.find((row) => row.id === id);
    return person ? [{ ...person, description: descriptions[person.role] }] : [];
  });
}
