import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database } from './database';
import { openEmbedded } from './embedded';
import { openPostgres } from './postgres';
import { memberships, people, sessions } from './schema';
import { makeTestDatabase } from './test-database';

const current = join(process.cwd(), 'lib/server/db/migrations');
const journalSchema = z.looseObject({ entries: z.array(z.unknown()) });

let firstOnly: string;
beforeAll(() => {
  firstOnly = mkdtempSync(join(tmpdir(), 'parley-migrations-'));
  cpSync(current, firstOnly, { recursive: true });
  const path = join(firstOnly, 'meta/_journal.json');
  const journal = journalSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
});
afterAll(() => rmSync(firstOnly, { recursive: true, force: true }));

describe('a database of the first version', () => {
  it('takes the later migrations with its rows in it', async () => {
    const { env, drop } = await makeTestDatabase();
    const old = await open(env, firstOnly);
    await old.db.execute(
      sql`insert into people (id, name, email) values ('admin', 'Boss', 'boss@example.com')`,
    );
    await old.db.execute(
      sql`insert into memberships (person_id, location_id, role) values ('admin', 'loc1', 'admin')`,
    );
    await old.db.execute(
      sql`insert into sessions (id_hash, person_id, created_at, last_seen_at) values ('h', 'admin', now(), now())`,
    );
    await old.close();
    await (await open(env, current)).close();
    // Once more, as at every start.
    const { db, close } = await open(env, current);
    const rows = await db
      .select()
      .from(people)
      .innerJoin(memberships, eq(memberships.personId, people.id))
      .innerJoin(sessions, eq(sessions.personId, people.id));
    expect(rows).toMatchObject([
      {
        people: { name: 'Boss', passwordHash: null, removedAt: null, lastSeenAt: null },
        memberships: { role: 'admin', grants: [], ghlUserId: null },
        sessions: { idHash: 'h' },
      },
    ]);
    await close();
    await drop();
  });
});

async function open(
  env: Record<string, string>,
  migrations: string,
): Promise<{ db: Database; close: () => Promise<void> }> {
  if (env.DATABASE_URL) {
    const db = await openPostgres(env.DATABASE_URL, migrations);
    return { db, close: () => db.$client.end() };
  }
  const db = await openEmbedded(env.DATA_DIR ?? '', migrations);
  return { db, close: () => db.$client.close() };
}
