import { defaultSettings, type PersonSettings } from '@/lib/shared/contract/person-settings';
import { apiPaths } from '@/lib/shared/paths';
import { test as base, expect } from './fixtures';
import { ours } from './headers';
import { startAppProcess, startSandboxProcess } from './processes';
import { driveSandbox } from './sandbox';

type PersonFixtures = {
  /** Signs in as an agent who works like this, and otherwise as everybody starts. */
  signInWith: (settings?: Partial<PersonSettings>) => Promise<void>;
};
type AppFixtures = { ownApp: { url: string; sandboxUrl: string } };

export { expect };

/**
 * For tests that change how a person works, which holds wherever that person is signed in: an app, a sandbox and people
 * that the tests beside it do not share.
 */
export const test = base.extend<PersonFixtures, AppFixtures>({
  ownApp: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const sandbox = await startSandboxProcess();
      const app = await startAppProcess({
        SANDBOX_URL: sandbox.url,
        GHL_TOKEN: sandbox.token,
        GHL_LOCATION_ID: sandbox.locationId,
      });
      if (!app.isRunning) throw new Error(app.output);
      await use({ url: app.url, sandboxUrl: sandbox.url });
      await app.stop();
      await sandbox.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  baseURL: async ({ ownApp }, use) => use(ownApp.url),

  sandbox: async ({ ownApp }, use) => use(driveSandbox(ownApp.sandboxUrl)),

  signInWith: async ({ page, signInAs, baseURL }, use) => {
    await use(async (settings = {}) => {
      await signInAs('agent');
      const answer = await page.request.patch(apiPaths.mySettings, {
        data: { ...defaultSettings, sendUndoSeconds: 0, ...settings },
        headers: ours(baseURL),
      });
      expect(answer.status(), await answer.text()).toBe(200);
    });
  },
});
