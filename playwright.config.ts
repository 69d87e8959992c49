import { defineConfig } from 'playwright/test';

const { PARLEY_URL, PARLEY_CHROMIUM, PARLEY_REPORT, TEST_DATABASE_URL } = process.env;

/** Run by scripts/e2e.mjs, which starts the sandbox and the app and names them in the environment. */
export default defineConfig({
  testDir: 'e2e',
  // Where no PostgreSQL server was found; `npm test` says so.
  testIgnore: TEST_DATABASE_URL ? [] : ['**/*.db.spec.ts'],
  outputDir: 'test-results/browser',
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second attempt hides what the first one found.
  retries: 0,
  forbidOnly: true,
  // For a busy machine: on a free one nothing comes near.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: PARLEY_REPORT ? [['list'], ['json', { outputFile: PARLEY_REPORT }]] : [['list']],
  use: {
    baseURL: PARLEY_URL,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    // Snapshots of the DOM run a script in every frame; in that of a mail it is blocked, which is a console error.
    // A film of every test costs a sixth of the time; the picture of the failure stays.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: PARLEY_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
