import 'server-only';
import { join } from 'node:path';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { settings } from '@/lib/server/env';
import { forget, remember } from '@/lib/server/remember';
import { openEmbedded } from './embedded';
import { aloneOnServer, openPostgres } from './postgres';
import type { schema } from './tables';

/** What both engines can do; what only one of them can stays in its own file. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The one database of this process, opened and migrated on first use; never while building. */
export function database(): Promise<Database> {
  return remember('database', () =>
    open().catch((error: unknown) => {
      forget('database');
      throw error;
    }),
  );
}

function open(): Promise<Database> {
  const { databaseUrl } = settings();
  return databaseUrl ? openPostgres(databaseUrl) : openEmbedded(embeddedDir());
}

/** Of several instances on one database only one at a time does what is done here, such as preparing its rows. */
export async function aloneAtStart<T>(work: () => Promise<T>): Promise<T> {
  const { databaseUrl } = settings();
  // Opening takes the same turn, which nobody can take twice.
  await database();
  return databaseUrl ? aloneOnServer(databaseUrl, work) : work();
}

/** Sandbox rows live apart from real ones, so that starting them afresh can never touch a team's data. */
function embeddedDir(): string {
  const { dataDir, mode } = settings();
  return join(dataDir, mode.kind === 'sandbox' ? 'sandbox-db' : 'db');
}
