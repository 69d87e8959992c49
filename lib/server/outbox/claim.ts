import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/lib/server/db/database';
import { isPresent } from '@/lib/server/db/instances';
import { sends } from '@/lib/server/db/send-schema';
import { milliseconds, type SendRow } from './sends';

/** So long after its time a send does not leave by itself any more: a person decides. */
const lateMs = 15 * 60_000;
/** Calls of one location under way at once: one that hangs holds up its own conversation alone. */
const maxPerLocation = 6;
/** Any number, as long as every version of Parley takes the same: it is the lock's name. */
const claimLock = 7_021_966;

/**
 * The next send whose turn it is, leased to this instance; nobody else takes it while the instance is there. It stays
 * `held`, so that it can still be undone. What it holds itself it never takes twice, also after it was not seen for a
 * while: two deliveries of one send would be two messages. Within a conversation one at a time, in the order in which they were
 * written; comments do not wait for messages that are held back. Its time has come by `until`, or by now.
 */
export async function claimNext(holder: string, until: DatabaseTime | null = null): Promise<SendRow | null> {
  const db = await database();
  const at = until === null ? sql`now()` : sql`${until}::timestamptz`;
  return db.transaction(async (tx) => {
    await takeClaimTurn(tx);
    const next = sql`(select s.client_id from ${sends} s
      where s.state = 'held' and s.due_at <= ${at} and (s.retry_at is null or s.retry_at <= ${at})
        and s.due_at > now() - ${milliseconds(lateMs)} and not ${isLeased('s')}
        and s.holder is distinct from ${holder}
        and not exists (select 1 from ${sends} e
          where e.location_id = s.location_id and e.conversation_id = s.conversation_id
            and e.client_id <> s.client_id
            and (e.state = 'sending' or (e.state = 'held' and (${isLeased('e')} or
              (${isComment('e')} = ${isComment('s')}
                and (e.created_at, e.client_id) < (s.created_at, s.client_id))))))
        and (select count(*) from ${sends} b where b.location_id = s.location_id
          and (b.state = 'sending' or (b.state = 'held' and ${isLeased('b')}))) < ${maxPerLocation}
      order by s.due_at, s.created_at, s.client_id
      limit 1 for update of s skip locked)`;
    const [row] = await tx
      .update(sends)
      .set({ holder })
      .where(and(eq(sends.clientId, next), eq(sends.state, 'held')))
      .returning();
    return row ?? null;
  });
}

/** A moment of the database's clock, in its own words: finer than a `Date`. */
export type DatabaseTime = string;

export async function databaseNow(): Promise<DatabaseTime> {
  const db = await database();
  const [found] = await db.select({ now: sql<string>`now()::text` }).from(sql`(select 1) as one`);
  return found?.now ?? 'now';
}

/** Instances claim one after the other: only so each sees what the others have just taken. */
async function takeClaimTurn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${claimLock})`);
}

function isLeased(alias: string): SQL {
  return sql`(${sql.raw(alias)}.holder is not null and ${isPresent(sql.raw(`${alias}.holder`))})`;
}

function isComment(alias: string): SQL {
  return sql`(${sql.raw(alias)}.request ->> 'channel' = 'InternalComment')`;
}

/** What could not leave for so long is a person's turn. */
export async function expireLate(): Promise<void> {
  const db = await database();
  await db
    .update(sends)
    .set({
      state: 'expired',
      holder: null,
      retryAt: null,
      errorMessage: sql`coalesce(${sends.errorMessage}, 'Parley was not running when it was to leave.')`,
      errorCode: sql`coalesce(${sends.errorCode}, 'late')`,
      updatedAt: sql`now()`,
    })
    .where(
      and(
        eq(sends.state, 'held'),
        sql`${sends.dueAt} <= now() - ${milliseconds(lateMs)}`,
        sql`not (${sends.holder} is not null and ${isPresent(sends.holder)})`,
      ),
    );
}

/**
 * The last step before a byte leaves: committed, or the call is not made. Null: undone, late, or taken over by another
 * instance meanwhile.
 */
export async function beginCall(
  row: SendRow,
  holder: string,
  found: { contactId: string; baselineAt: number },
): Promise<SendRow | null> {
  const db = await database();
  const [begun] = await db
    .update(sends)
    .set({
      ...found,
      state: 'sending',
      attempts: sql`${sends.attempts} + 1`,
      startedAt: sql`now()`,
      endedAt: null,
      retryAt: null,
      checkAt: null,
      checks: 0,
      messageId: null,
      emailId: null,
      deliveryStatus: null,
      errorCode: null,
      errorMessage: null,
      updatedAt: sql`now()`,
    })
    .where(and(isHeldBy(row.clientId, holder), sql`${sends.dueAt} > now() - ${milliseconds(lateMs)}`))
    .returning();
  return begun ?? null;
}

/** No longer at it: whoever comes next may take it. */
export async function release(clientId: string, holder: string): Promise<void> {
  const db = await database();
  await db.update(sends).set({ holder: null }).where(isHeldBy(clientId, holder));
}

export function isHeldBy(clientId: string, holder: string) {
  return and(eq(sends.clientId, clientId), eq(sends.state, 'held'), eq(sends.holder, holder));
}

/** In how many milliseconds something is due; null: nothing is held. */
export async function nextDueMs(): Promise<number | null> {
  const db = await database();
  const [found] = await db
    .select({
      ms: sql<number | null>`extract(epoch from min(case when ${sends.state} = 'held'
        then greatest(${sends.dueAt}, ${sends.retryAt}) else ${sends.checkAt} end) - now())::float8 * 1000`,
    })
    .from(sends)
    .where(sql`(${sends.state} = 'held' and ${sends.holder} is null) or ${sends.checkAt} is not null`);
  return found?.ms ?? null;
}
