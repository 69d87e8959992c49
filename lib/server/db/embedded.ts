import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DataDirUnusableError } from './lock';
import { migrationsFolder, schema } from './tables';

/** Left at its default the engine reserves 128 MB more. Passed at every open: the last one's list wins. */
const postgresqlconf = ['shared_buffers=16MB'];

/** The database in this folder, made first where there is none. The caller must own the folder: see lock.ts. */
export async function openEmbedded(dir: string, migrations = migrationsFolder) {
  const client = await openEngine(dir).catch((cause: unknown) => {
    throw new DataDirUnusableError(dir, 'holds no database that can be opened', cause);
  });
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder: migrations });
  return db;
}

async function openEngine(dir: string): Promise<PGlite> {
  if (!existsSync(join(dir, 'PG_VERSION'))) await initialise(dir);
  return PGlite.create({ dataDir: dir, postgresqlconf });
}

/**
 * Making a database takes 800 MB of memory that the engine never gives back, so a child process does it. A child that
 * is killed half-way leaves a folder that the next one completes.
 */
function initialise(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const code = `const { PGlite } = await import('@electric-sql/pglite');
    const db = await PGlite.create({ dataDir: process.argv[1], postgresqlconf: ${JSON.stringify(postgresqlconf)} });
    await db.close();`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code, dir], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // The parent's options may name flags, such as an inspector's port, that a second process cannot take.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-2000);
    });
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(stderr.split('\n').find((line) => /error/i.test(line)) ?? `exit ${status}`));
    });
  });
}
