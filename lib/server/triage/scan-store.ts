import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { conversationStates, scans } from '@/lib/server/db/triage-schema';
import type { NamedState } from './states';

export type ScanRow = typeof scans.$inferSelect;

export async function scanOf(locationId: string): Promise<ScanRow | null> {
  const db = await database();
  const [row] = await db.select().from(scans).where(eq(scans.locationId, locationId));
  return row ?? null;
}

/** The row as it stands now; null when somebody else has changed it since it was read, and nothing was written. */
export async function saveScan(scan: ScanRow): Promise<ScanRow | null> {
  const db = await database();
  const next = { ...scan, revision: scan.revision + 1 };
  const [saved] = await db
    .insert(scans)
    .values(next)
    .onConflictDoUpdate({ target: scans.locationId, set: next, setWhere: eq(scans.revision, scan.revision) })
    .returning();
  return saved ?? null;
}

export async function doubtfulStates(locationId: string, limit: number): Promise<NamedState[]> {
  const db = await database();
  const rows = await db
    .select()
    .from(conversationStates)
    .where(and(eq(conversationStates.locationId, locationId), eq(conversationStates.isDoubtful, true)))
    .orderBy(conversationStates.setAt)
    .limit(limit);
  return rows.map((row) => ({ ...row, byName: null }));
}
