import { defineConfig } from 'vitest/config';

const alias = { '@': import.meta.dirname };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['lib/server/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          // 'server-only' throws unless this condition is set: see ARCHITECTURE.md.
          execArgv: ['--conditions=react-server'],
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
