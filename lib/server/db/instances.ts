import 'server-only';
import { type AnyColumn, lte, type SQL, sql } from 'drizzle-orm';
import { settings } from '@/lib/server/env';
import { log } from '@/lib/server/logger';
import { remember } from '@/lib/server/remember';
import { database } from './database';
import { instances } from './schema';

/** An instance that was not seen for so long is gone, and so is what it had under way. */
const goneMs = 30_000;
const beatMs = 5_000;
const takeOverMs = 15_000;

/** The name of this process among those that share the database. */
export function instanceId(): string {
  return remember('instance-id', () => crypto.randomUUID());
}

/** From now on this process counts as present. Of the embedded database it is the only one there can be. */
export async function startBeating(): Promise<void> {
  const db = await database();
  if (settings().databaseUrl === null) await db.delete(instances);
  await beat();
  remember('heartbeat', () =>
    setInterval(() => {
      beat().catch((error: unknown) => log('warn', 'instance.beat-failed', { error }));
    }, beatMs).unref(),
  );
}

/** Again and again, from now on: what an instance that is gone has left is taken over. */
export function takeOverRegularly(name: string, takeOver: () => Promise<void>): void {
  remember(`take-over-${name}`, () =>
    setInterval(() => {
      takeOver().catch((error: unknown) => log('warn', 'instance.take-over-failed', { error }));
    }, takeOverMs).unref(),
  );
}

/** Whether the instance named in this column may still be at it. */
export function isPresent(holder: AnyColumn | SQL) {
  return sql`exists (select 1 from instances i
    where i.id = ${holder} and i.seen_at > ${isGoneBefore()})`;
}

async function beat(): Promise<void> {
  const db = await database();
  await db
    .insert(instances)
    .values({ id: instanceId(), seenAt: sql`now()` })
    .onConflictDoUpdate({ target: instances.id, set: { seenAt: sql`now()` } });
  await db.delete(instances).where(lte(instances.seenAt, isGoneBefore(10)));
}

/** By the database's clock: instances need not agree on theirs. */
function isGoneBefore(times = 1) {
  return sql`now() - ${`${goneMs * times} milliseconds`}::interval`;
}
