import 'server-only';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { migrationsFolder, schema } from './tables';

/** The server of `DATABASE_URL`, or the database on it, cannot be used. Never names the password. */
export class DatabaseUnusableError extends Error {
  constructor(why: string, cause?: unknown) {
    super(`DATABASE_URL: ${why}.`, { cause });
    this.name = 'DatabaseUnusableError';
  }
}

/** Enough for the pages of one instance; a small server of PostgreSQL allows a hundred for all of them. */
const maxConnections = 10;
const connectTimeoutSeconds = 10;
/** Any number, as long as every version of Parley takes the same: it is the lock's name. */
const startLock = 7_021_965;

/** The database on a server, with every table up to date. Several instances may open it at once. */
export async function openPostgres(url: string, migrations = migrationsFolder) {
  const client = connect(url, maxConnections);
  const db = drizzle(client, { schema });
  await aloneOnServer(url, () => migrate(db, { migrationsFolder: migrations })).catch(
    async (cause: unknown) => {
      await client.end({ timeout: 1 });
      throw unusable(url, cause);
    },
  );
  return db;
}

/** While `work` goes on, no other instance does work of this kind: two that start at once would make rows twice. */
export async function aloneOnServer<T>(url: string, work: () => Promise<T>): Promise<T> {
  // A connection of its own: the server frees the lock when it ends, however it ends.
  const lock = connect(url, 1);
  try {
    await lock`select pg_advisory_lock(${startLock})`;
    return await work();
  } finally {
    await lock.end({ timeout: 1 });
  }
}

function connect(url: string, max: number) {
  return postgres(url, {
    max,
    connect_timeout: connectTimeoutSeconds,
    connection: { application_name: 'parley' },
    onnotice: () => undefined,
  });
}

function unusable(url: string, cause: unknown): DatabaseUnusableError {
  const { host, pathname } = new URL(url);
  // Some errors of the network come as several at once, without words of their own.
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  const why = first instanceof Error ? (first.message.split('\n', 1)[0] ?? '') : String(first);
  return new DatabaseUnusableError(
    `the database "${pathname.slice(1)}" at ${host} cannot be used (${why.slice(0, 300)})`,
    cause,
  );
}
