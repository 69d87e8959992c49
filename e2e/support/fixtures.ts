import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { ours } from './headers';
import { driveSandbox, type SandboxDriver } from './sandbox';

type PersonId = 'mika' | 'jonas' | 'priya' | 'sam';
type Location = Awaited<ReturnType<SandboxDriver['newLocation']>>;

type Fixtures = {
  /**
   * What a test provokes on purpose, a failing request for one; any other console error or page error fails it. One
   * pattern at most: Playwright would take a second entry for the options of this fixture.
   */
  allowedErrors: [] | [RegExp];
  sandbox: SandboxDriver;
  /** A fresh location with the demo's people and threads, seen by this test alone. */
  location: Location;
  signInAs: (who: 'admin' | 'agent' | 'viewer' | PersonId) => Promise<void>;
  openInbox: (conversationId?: string) => Promise<void>;
};

const personOf = { admin: 'mika', agent: 'jonas', viewer: 'sam' } as const;

/** The recorder of traces tries to run a script in every frame; that of an email lets none run, and says so. */
const ofTheRecorder = /^Blocked script execution in 'about:srcdoc'/;

export { expect };

export const test = base.extend<Fixtures>({
  allowedErrors: [[], { option: true }],

  context: async ({ context, allowedErrors }, use) => {
    const errors = collectErrors(context);
    await use(context);
    const allowed = [...allowedErrors, ofTheRecorder];
    const unexpected = errors.filter((error) => !allowed.some((pattern) => pattern.test(error)));
    expect(unexpected, 'errors in the browser console').toEqual([]);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  sandbox: async ({}, use) => {
    await use(driveSandbox(required('PARLEY_SANDBOX_URL')));
  },

  location: async ({ sandbox }, use) => {
    const location = await sandbox.newLocation();
    await use(location);
    await sandbox.deleteLocation(location.id);
  },

  signInAs: async ({ page, baseURL }, use) => {
    await use(async (who) => {
      const personId = who in personOf ? personOf[who as keyof typeof personOf] : who;
      // What an open page asks for while the session changes would be asked in the name of nobody.
      const address = page.url();
      const isOpen = address !== 'about:blank';
      if (isOpen) await page.goto('about:blank');
      const answer = await page.request.post(apiPaths.session, {
        data: { method: 'demo', personId },
        headers: ours(baseURL),
      });
      expect(answer.status(), await answer.text()).toBe(200);
      // What is sent leaves at once, but for the tests about taking it back: those ask for time.
      await setSendUndo(page, baseURL, 0);
      if (isOpen) await page.goto(address);
    });
  },

  openInbox: async ({ page, location }, use) => {
    await use(async (conversationId) => {
      await page.goto(paths.inbox(location.id, conversationId));
    });
  },
});

/** How long a message of whoever is signed in is held back. */
async function setSendUndo(
  page: Page,
  baseURL: string | undefined,
  seconds: 0 | 5 | 10 | 20 | 30,
): Promise<void> {
  const answer = await page.request.patch(apiPaths.mySettings, {
    data: { sendUndoSeconds: seconds },
    headers: ours(baseURL),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** WCAG 2.2 AA as far as a machine can tell, on the page as it is now; with `more`, other rules of axe too. */
export async function expectAccessible(page: Page, more: readonly 'best-practice'[] = []): Promise<void> {
  // What is still fading in has not its own colours yet, and something may come at any moment. Spinners never end.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ).then(() => undefined),
  );
  const { violations } = await new AxeBuilder({ page })
    // The frame of an email: no script runs in it, the checker's own included, and its content is a stranger's.
    .exclude('iframe')
    .withTags([...wcag, ...more])
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target),
  }));
  expect(found, 'accessibility violations').toEqual([]);
}

/** In every tab of the context: an error in the second tab is as unexpected as one in the first. */
function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  return errors;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with npm run e2e`);
  return value;
}
