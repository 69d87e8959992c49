import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { startAppProcess, startSandboxProcess } from './support/processes';
import { findConversation, listRows, openConversation, smsBox } from './support/rows';

const openAmara = (page: Page) => openConversation(page, 'Amara Okafor');

/** What the server keeps for whoever this page is signed in as. */
async function keptDrafts(page: Page, locationId: string): Promise<string[]> {
  const answer = await page.request.get(apiPaths.drafts(locationId));
  const { drafts } = (await answer.json()) as { drafts: { content: { text: string } }[] };
  return drafts.map(({ content }) => content.text);
}

/** What our server has taken over to send, whether or not it has left. */
async function takenSends(page: Page, locationId: string, conversationId: string): Promise<string[]> {
  const answer = await page.request.get(apiPaths.sends(locationId, conversationId));
  const { sends } = (await answer.json()) as { sends: { request: { text: string } }[] };
  return sends.map(({ request }) => request.text);
}

/** Another computer of the same person. */
async function otherDevice(browser: Browser, baseURL: string | undefined, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.request.post(apiPaths.session, {
    data: { method: 'demo', personId: 'jonas' },
    headers: ours(baseURL),
  });
  await page.goto(address);
  return page;
}

/** As when the system ends it: nothing of the page gets to say goodbye. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer it.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test.describe('a draft', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('is back on another computer, and goes from there when it is sent here', async ({
    page,
    browser,
    baseURL,
    location,
  }) => {
    const id = await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Begun at the desk');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Begun at the desk']);
    const phone = await otherDevice(browser, baseURL, page.url());
    const phoneBox = await smsBox(phone);
    await expect(phoneBox).toHaveValue('Begun at the desk');
    await phoneBox.press('End');
    await phoneBox.pressSequentially(', ended on the phone');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Begun at the desk, ended on the phone']);
    await page.reload();
    await smsBox(page);
    await expect(box).toHaveValue('Begun at the desk, ended on the phone');
    await box.press('Control+Enter');
    await expect(box).toHaveValue('');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual([]);
    await phone.reload();
    await smsBox(phone);
    await expect(phone.getByRole('log').getByText('ended on the phone').first()).toBeVisible();
    await expect(phoneBox).toHaveValue('');
    expect(await takenSends(page, location.id, id)).toEqual(['Begun at the desk, ended on the phone']);
    await phone.context().close();
  });

  test('that was changed in two browsers is kept twice, and the person chooses', async ({
    page,
    browser,
    baseURL,
    location,
  }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('One');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['One']);
    const phone = await otherDevice(browser, baseURL, page.url());
    const phoneBox = await smsBox(phone);
    await expect(phoneBox).toHaveValue('One');
    await phoneBox.fill('Two, from the phone');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Two, from the phone']);
    await box.fill('Three, from the desk');
    const notice = page.getByText(/Another draft of yours from .* \(other browser\)/);
    await expect(notice).toBeVisible();
    await expect(page.getByText('Two, from the phone').first()).toBeVisible();
    await expect(box).toHaveValue('Three, from the desk');
    await expectAccessible(page);
    // Nothing was overwritten, here or there.
    expect(await keptDrafts(page, location.id)).toEqual(['Two, from the phone']);
    await page.getByRole('button', { name: 'Keep both' }).click();
    await expect(notice).toBeHidden();
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('Three, from the desk\n\nTwo, from the phone');
    await expect
      .poll(() => keptDrafts(page, location.id))
      .toEqual(['Three, from the desk\n\nTwo, from the phone']);
    await phone.context().close();
  });

  test('of two tabs shows in both, whoever types', async ({ page, context }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('From the first tab');
    const other = await context.newPage();
    await other.goto(page.url());
    const otherBox = await smsBox(other);
    await expect(otherBox).toHaveValue('From the first tab');
    await otherBox.fill('From the second tab');
    await expect(box).toHaveValue('From the second tab');
    await box.fill('');
    await expect(otherBox).toHaveValue('');
  });

  test('marks its row in the list with its first words, and goes from there when it is sent', async ({
    page,
  }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Happy to help, I checked with the atelier');
    const row = listRows(page).filter({ hasText: 'Amara Okafor' });
    await expect(row).toContainText('Draft Happy to help');
    await page.reload();
    await expect(row).toContainText('Draft Happy to help');
    await smsBox(page);
    await box.press('Control+Enter');
    await expect(row).not.toContainText('Draft');
  });

  test('is the person’s own, and stays whatever a colleague does', async ({
    page,
    browser,
    baseURL,
    location,
  }) => {
    const id = await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Not finished yet');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Not finished yet']);
    const context = await browser.newContext({ baseURL });
    const colleague = await context.newPage();
    await colleague.request.post(apiPaths.session, {
      data: { method: 'demo', personId: 'mika' },
      headers: ours(baseURL),
    });
    expect(await keptDrafts(colleague, location.id)).toEqual([]);
    await colleague.goto(paths.inbox(location.id, id));
    await expect(colleague.getByRole('log')).toBeVisible();
    // The messages are there before the keys are.
    await expect(async () => {
      await colleague.getByRole('log').press('e');
      await expect(colleague.getByText('Marked Amara Okafor as done')).toBeVisible({ timeout: 3_000 });
    }).toPass();
    const running = `${apiPaths.jobs(location.id)}?mine=running`;
    await expect
      .poll(async () => (await colleague.request.get(running)).json(), { timeout: 30_000 })
      .toEqual({ jobs: [] });
    await page.reload();
    await smsBox(page);
    await expect(box).toHaveValue('Not finished yet');
    expect(await keptDrafts(page, location.id)).toEqual(['Not finished yet']);
    await context.close();
  });

  test('goes from this browser at sign-out, and is there again after signing in', async ({
    page,
    location,
  }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('See you tomorrow');
    const address = page.url();
    await page
      .getByRole('button', { name: /Account|Jonas/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('kept for you on the server');
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/sign-in/);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('See you tomorrow');
    await page.getByRole('button', { name: /Jonas Reyes/ }).click();
    await expect(page).toHaveURL(/inbox/);
    await page.goto(address);
    await smsBox(page);
    await expect(box).toHaveValue('See you tomorrow');
    expect(await keptDrafts(page, location.id)).toEqual(['See you tomorrow']);
  });

  test('of somebody else is not found in a browser that was left signed in', async ({
    page,
    signInAs,
    location,
  }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('For Jonas alone');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['For Jonas alone']);
    await signInAs('priya');
    // The page that the server drew is there before the script that cleans up.
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
      .toContain('"parley.draft-owner":"priya"');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('For Jonas alone');
    await smsBox(page);
    await expect(box).toHaveValue('');
    expect(await keptDrafts(page, location.id)).toEqual([]);
    await signInAs('jonas');
    await smsBox(page);
    await expect(box).toHaveValue('For Jonas alone');
  });
});

test('a viewer has no drafts', async ({ page, signInAs, location, baseURL }) => {
  await signInAs('viewer');
  expect((await page.request.get(apiPaths.drafts(location.id))).status()).toBe(403);
  const answer = await page.request.put(apiPaths.draft(location.id, 'c1'), {
    data: { channel: 'SMS', content: { text: 'Let me' }, baseVersion: 0 },
    headers: ours(baseURL),
  });
  expect(answer.status()).toBe(403);
});

test('what is no draft is refused with words', async ({ page, signInAs, location, baseURL }) => {
  await signInAs('agent');
  const headers = ours(baseURL);
  const bodies = [
    { channel: 'Pigeon', content: { text: 'Hi' }, baseVersion: 0 },
    { channel: 'SMS', content: { text: 1 }, baseVersion: 0 },
    { channel: 'SMS', content: { text: 'x'.repeat(200_001) }, baseVersion: 0 },
    { channel: 'SMS', content: { text: 'Hi' }, baseVersion: -1 },
    { channel: 'SMS', content: { text: 'Hi' }, baseVersion: 0, personId: 'mika' },
  ];
  for (const data of bodies) {
    const answer = await page.request.put(apiPaths.draft(location.id, 'c1'), { data, headers });
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'bad_request' } });
  }
  expect(await keptDrafts(page, location.id)).toEqual([]);
});

test.describe('a draft, when things go wrong,', () => {
  test.use({ allowedErrors: [/Failed to load resource|ERR_/] });

  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('comes back after the tab has crashed, though the server was not reached', async ({
    page,
    context,
  }) => {
    await openAmara(page);
    await page.route('**/draft', (route) => route.abort());
    const box = await smsBox(page);
    await box.fill('Typed before the crash');
    const address = page.url();
    await crash(page);
    const next = await context.newPage();
    await next.goto(address);
    await expect(await smsBox(next)).toHaveValue('Typed before the crash');
  });

  test('that was sent does not come back, although the tab crashed before it was cleared', async ({
    page,
    context,
    location,
  }) => {
    const id = await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Sent, then the tab crashed');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Sent, then the tab crashed']);
    await page.route('**/draft', (route) => route.abort());
    await box.press('Control+Enter');
    await expect.poll(() => takenSends(page, location.id, id)).toEqual(['Sent, then the tab crashed']);
    const address = page.url();
    await crash(page);
    const next = await context.newPage();
    await next.goto(address);
    const nextBox = await smsBox(next);
    await expect(next.getByRole('log').getByText('Sent, then the tab crashed')).toBeVisible();
    await expect(nextBox).toHaveValue('');
    expect(await keptDrafts(next, location.id)).toEqual([]);
  });

  test('typed while there is no network is saved once there is one', async ({ page, context, location }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await context.setOffline(true);
    await box.fill('Typed on a train');
    await context.setOffline(false);
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Typed on a train']);
  });

  test('that is saved late does not bring back what was sent meanwhile', async ({ page, location }) => {
    const id = await openAmara(page);
    const box = await smsBox(page);
    let letGo = () => {};
    const isFree = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // The first save hangs on its way while the message is sent.
    await page.route('**/draft', async (route) => {
      await isFree;
      await route.continue();
    });
    const saving = page.waitForRequest((request) => request.url().endsWith(apiPaths.draft(location.id, id)));
    await box.fill('At fo');
    await saving;
    await box.fill('At four');
    await box.press('Control+Enter');
    await expect.poll(() => takenSends(page, location.id, id)).toEqual(['At four']);
    letGo();
    await expect.poll(() => keptDrafts(page, location.id)).toEqual([]);
    await page.reload();
    await smsBox(page);
    await expect(page.getByRole('log').getByText('At four')).toBeVisible();
    await expect(box).toHaveValue('');
    expect(await keptDrafts(page, location.id)).toEqual([]);
  });

  test('is kept on the server where the browser has no storage', async ({ page, location }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Off', 'SecurityError');
        },
      });
    });
    await page.reload();
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Without storage');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Without storage']);
    await page.reload();
    await smsBox(page);
    await expect(box).toHaveValue('Without storage');
  });

  test('outlives the server: what was typed while it was away is saved once it is back', async ({
    browser,
  }) => {
    const sandbox = await startSandboxProcess();
    const dataDir = await mkdtemp(join(tmpdir(), 'parley-drafts-'));
    const env = {
      DATA_DIR: dataDir,
      SANDBOX_URL: sandbox.url,
      GHL_TOKEN: sandbox.token,
      GHL_LOCATION_ID: sandbox.locationId,
    };
    const first = await startAppProcess(env);
    if (!first.isRunning) throw new Error(first.output);
    const page = await otherDevice(browser, first.url, paths.inbox(sandbox.locationId));
    await openAmara(page);
    const box = await smsBox(page);
    await box.fill('Before');
    await expect.poll(() => keptDrafts(page, sandbox.locationId)).toEqual(['Before']);
    await first.kill();
    await box.fill('Before, and while nobody was there');
    const second = await startAppProcess({ ...env, PORT: new URL(first.url).port });
    if (!second.isRunning) throw new Error(second.output);
    await expect
      .poll(() => keptDrafts(page, sandbox.locationId), { timeout: 60_000 })
      .toEqual(['Before, and while nobody was there']);
    await page.context().close();
    await second.stop();
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('is kept where the storage of the browser is full', async ({ page, location }) => {
    await openAmara(page);
    const box = await smsBox(page);
    await page.evaluate(() => {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
          for (let at = 0; ; at += 1) localStorage.setItem(`ballast-${size}-${at}`, 'x'.repeat(size));
        } catch {
          // No room for one of this size.
        }
      }
    });
    await box.fill('No room here');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['No room here']);
    await page.reload();
    await smsBox(page);
    await expect(box).toHaveValue('No room here');
  });
});

test.describe('a draft of a conversation that is gone', () => {
  test.use({ allowedErrors: [/status of 404/] });

  test('can be taken along', async ({ page, signInAs, openInbox, location, baseURL }) => {
    await signInAs('admin');
    await openInbox();
    const id = await openAmara(page);
    await (await smsBox(page)).fill('Half an answer');
    await expect.poll(() => keptDrafts(page, location.id)).toEqual(['Half an answer']);
    const gone = await page.request.delete(apiPaths.conversation(location.id, id), {
      headers: ours(baseURL),
    });
    expect(gone.status()).toBe(200);
    await page.reload();
    const left = page.getByRole('region', { name: 'Your drafts' });
    await expect(left).toContainText('Half an answer');
    await left.getByRole('button', { name: 'Discard' }).click();
    await expect(left).toBeHidden();
    await expect.poll(() => keptDrafts(page, location.id)).toEqual([]);
  });
});

test('a draft of a conversation that is found by searching is marked there too', async ({
  page,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  await openInbox();
  await openAmara(page);
  await (await smsBox(page)).fill('Found again');
  await findConversation(page, 'Devon Pryce');
  await findConversation(page, 'Amara Okafor');
  await expect(listRows(page)).toContainText('Draft Found again');
});
