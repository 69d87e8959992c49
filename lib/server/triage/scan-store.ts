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

export async function saveScan(scan: ScanRow): Promise<void> {
  const db = await database();
  await db.insert(scans).values(scan).onConflictDoUpdate({ target: scans.locationId, set: scan });
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
