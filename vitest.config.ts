import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that hold for every engine of the database; see lib/server/db/test-database.ts. */
const databaseTests = 'lib/server/**/*.db.test.ts';
const alias = { '@': import.meta.dirname };
/** What the `react-server` condition resolves `server-only` to; without it the module throws. */
const serverOnly = join(import.meta.dirname, 'node_modules/server-only/empty.js');

const server = {
  environment: 'node' as const,
  setupFiles: ['lib/server/ghl-documents/check-sandbox-tests.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};
const serverModules = { alias: { ...alias, 'server-only': serverOnly } };
/** Absent where no server was found; `npm test` says so. */
const postgres = process.env.TEST_DATABASE_URL
  ? [{ resolve: serverModules, test: { ...server, name: 'postgres', include: [databaseTests] } }]
  : [];

export default defineConfig({
  test: {
    // Most of them wait, for a server or a lease: one worker for each core leaves the machine idle.
    maxWorkers: 4,
    projects: [
      {
        resolve: serverModules,
        test: {
          ...server,
          name: 'server',
          include: ['lib/server/**/*.test.ts', 'scripts/**/*.test.ts'],
          env: { TEST_DATABASE_URL: '' },
        },
      },
      ...postgres,
      {
        resolve: { alias },
        test: {
          name: 'client',
          include: [
            'lib/shared/**/*.test.ts',
            'lib/client/**/*.test.{ts,tsx}',
            'components/**/*.test.{ts,tsx}',
          ],
          environment: 'node',
        },
      },
    ],
  },
});
