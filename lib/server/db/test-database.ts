import 'server-only';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

/**
 * A database of one test file's own, as settings of the environment. Files named `*.db.test.ts` run twice: with the
 * embedded database, and with the server of `TEST_DATABASE_URL` where there is one. That server lives for one run and
 * takes its databases along.
 */
export async function makeTestDatabase(): Promise<{ env: Record<string, string>; drop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-data-'));
  const server = process.env.TEST_DATABASE_URL;
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: server ? await newDatabase(server) : '' },
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function newDatabase(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `/parley_${crypto.randomUUID().replaceAll('-', '')}`;
  const sql = postgres(server, { max: 1 });
  await sql`create database ${sql(url.pathname.slice(1))}`;
  await sql.end();
  return url.href;
}
