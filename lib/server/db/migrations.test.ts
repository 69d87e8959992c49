import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

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
    const client = await PGlite.create();
    const db = drizzle(client);
    await migrate(db, { migrationsFolder: firstOnly });
    await client.exec(`
      insert into people (id, name, email) values ('admin', 'Boss', 'boss@example.com');
      insert into memberships (person_id, location_id, role) values ('admin', 'loc1', 'admin');
      insert into sessions (id_hash, person_id, created_at, last_seen_at) values ('h', 'admin', now(), now());
    `);
    await migrate(db, { migrationsFolder: current });
    // Once more, as at every start.
    await migrate(db, { migrationsFolder: current });
    const { rows } = await client.query(`
      select p.name, p.password_hash, p.removed_at, p.last_seen_at, m.role, m.grants, m.ghl_user_id, s.id_hash
      from people p join memberships m on m.person_id = p.id join sessions s on s.person_id = p.id`);
    expect(rows).toEqual([
      {
        name: 'Boss',
        password_hash: null,
        removed_at: null,
        last_seen_at: null,
        role: 'admin',
        grants: [],
        ghl_user_id: null,
        id_hash: 'h',
      },
    ]);
    await client.close();
  });
});
