import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { personSettings } from '@/lib/server/db/schema';
import {
  type PersonSettingsChange,
  personSettingsSchema,
  type SavedSettings,
} from '@/lib/shared/contract/person-settings';

export async function settingsOf(personId: string): Promise<SavedSettings> {
  const db = await database();
  const [row] = await db.select().from(personSettings).where(eq(personSettings.personId, personId));
  return { settings: personSettingsSchema.parse(row?.settings ?? {}), revision: row?.revision ?? 0 };
}

/** Changes what is named and leaves the rest, also when two browsers change different things at once. */
export async function changeSettings(
  personId: string,
  change: PersonSettingsChange,
  now = new Date(),
): Promise<SavedSettings> {
  const db = await database();
  const [row] = await db
    .insert(personSettings)
    .values({ personId, settings: change, revision: 1, updatedAt: now })
    .onConflictDoUpdate({
      target: personSettings.personId,
      set: {
        settings: sql`${personSettings.settings} || excluded.settings`,
        revision: sql`${personSettings.revision} + 1`,
        updatedAt: now,
      },
    })
    .returning();
  return { settings: personSettingsSchema.parse(row?.settings ?? {}), revision: row?.revision ?? 0 };
}
