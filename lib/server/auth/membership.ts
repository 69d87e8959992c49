import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { memberships, people } from '@/lib/server/db/schema';
import type { Membership } from '@/lib/shared/permissions';

/** What a person is at a location right now, for work that goes on without their session. Null: nothing any more. */
export async function membershipOf(
  personId: string,
  locationId: string,
): Promise<(Membership & { ghlUserId: string | null; email: string }) | null> {
  const db = await database();
  const rows = await db
    .select({
      at: memberships.locationId,
      role: memberships.role,
      grants: memberships.grants,
      ghlUserId: memberships.ghlUserId,
      email: people.email,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(people.id, personId),
        isNull(people.removedAt),
        inArray(memberships.locationId, [locationId, '*']),
      ),
    );
  return rows.find(({ at }) => at === locationId) ?? rows[0] ?? null;
}
