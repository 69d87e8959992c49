import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname };
/** What the `react-server` condition resolves `server-only` to; without it the module throws. */
const serverOnly = join(import.meta.dirname, 'node_modules/server-only/empty.js');

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: { ...alias, 'server-only': serverOnly } },
        test: {
          name: 'server',
          include: ['lib/server/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['lib/server/ghl-documents/check-sandbox-tests.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
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
