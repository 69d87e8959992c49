import 'server-only';
import { database } from '@/lib/server/db/database';
import { auditLog } from '@/lib/server/db/schema';
import { log } from '@/lib/server/logger';

export type AuditEntry = {
  personId: string | null;
  locationId: string | null;
  /** What was tried, e.g. `message.send`. */
  action: string;
  /** The id it was tried on. */
  target: string | null;
  /** `ok`, or the code of the refusal. */
  result: string;
};

/** Writes one line of the audit log. What was done is done: a log that cannot be written is reported, not thrown. */
export async function audit(entry: AuditEntry): Promise<void> {
  try {
    const db = await database();
    await db.insert(auditLog).values({ ...entry, at: new Date() });
  } catch (error) {
    log('error', 'audit.lost', { code: entry.result, error });
  }
}
