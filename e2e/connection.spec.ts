import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { startAppProcess, startSandboxProcess } from './support/processes';
import { openConversation, smsBox } from './support/rows';
import { driveSandbox } from './support/sandbox';

const password = 'correct horse battery';
const secret = 'a secret of more than thirty-two characters';

test.use({ allowedErrors: [/40[0-9]|50[0-9]|Failed to load resource/] });

function lines(page: Page, title: string) {
  return page.getByRole('list', { name: title }).getByRole('listitem');
}

test('connected: the first admin comes by the printed link and sees what works and which scope to add', async ({
  page,
  browser,
}) => {
  test.slow();
  const sandbox = await startSandboxProcess();
  const controls = driveSandbox(sandbox.url);
  const env = {
    GHL_BASE_URL: sandbox.url,
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: sandbox.locationId,
    SESSION_SECRET: secret,
  };
  const app = await startAppProcess(env);
  try {
    if (!app.isRunning) throw new Error(app.output);
    const [link = ''] = app.output().match(/http:\S+\/join#\S+/) ?? [];
    expect(app.output()).toContain('First admin: open ');
    await page.goto(link);
    await page.getByLabel('Your name').fill('Boss');
    await page.getByLabel('Email').fill('boss@example.com');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('option').first()).toBeVisible();

    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Connection' }).click();
    await expect(page.getByText('Everything that a read can prove works.').last()).toBeVisible();
    await expect(lines(page, 'Tried by reading')).toHaveCount(11);
    await expect(lines(page, 'Tried by reading').filter({ hasText: 'Works' })).toHaveCount(11);
    await expect(lines(page, 'Not proven until first used')).toHaveCount(4);
    await expect(page.getByText(new URL(sandbox.url).host)).toBeVisible();
    await expectAccessible(page);

    await controls.token(sandbox.locationId, {
      removeScopes: ['conversations/message.readonly', 'users.readonly'],
    });
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(
      page
        .getByText(
          'The inbox cannot work yet. Missing in GoHighLevel: View Conversation Messages, View Users.',
        )
        .last(),
    ).toBeVisible();
    const refused = lines(page, 'Tried by reading').filter({ hasText: 'Refused' });
    await expect(refused).toHaveCount(2);
    await expect(refused.first()).toContainText(
      'Add View Conversation Messages (conversations/message.readonly) to the private integration.',
    );
    await expect(page.getByText(/Private Integrations/).first()).toBeVisible();
    await expectAccessible(page);
    const written = (await controls.requests(sandbox.locationId)).filter(({ method }) => method !== 'GET');
    expect(written).toEqual([]);

    // The link is used up; a second visitor finds no way in by it.
    const stranger = await browser.newPage();
    await stranger.goto(link);
    await expect(stranger.getByText('This link was used already.')).toBeVisible();
    await stranger.close();
    expect(app.output()).not.toContain(sandbox.token);
  } finally {
    if (app.isRunning) await app.stop();
    await sandbox.stop();
  }
});

test('connected: a token that is taken back is told to everybody, loses nothing, and is forgotten when it works', async ({
  page,
  browser,
}) => {
  test.slow();
  const sandbox = await startSandboxProcess();
  const controls = driveSandbox(sandbox.url);
  const { locationId } = sandbox;
  const app = await startAppProcess({
    GHL_BASE_URL: sandbox.url,
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: locationId,
    ADMIN_EMAIL: 'boss@example.com',
    ADMIN_PASSWORD: password,
    SESSION_SECRET: secret,
  });
  try {
    if (!app.isRunning) throw new Error(app.output);
    const write = ours(app.url);
    const signIn = await page.request.post(app.url + apiPaths.session, {
      headers: write,
      data: { method: 'password', email: 'boss@example.com', password },
    });
    expect(signIn.status()).toBe(200);
    const added = await page.request.post(app.url + apiPaths.people(locationId), {
      headers: write,
      data: { name: 'Ana', email: 'ana@example.com', role: 'agent', ghlUserId: null, grants: [] },
    });
    const agents = await browser.newContext();
    const agent = await agents.newPage();
    await agent.goto(((await added.json()) as { url: string }).url);
    await agent.getByLabel('Password', { exact: true }).fill(password);
    await agent.getByRole('button', { name: 'Join' }).click();
    await agent.waitForURL(/\/inbox/);
    await openConversation(agent, 'Amara Okafor');
    const box = await smsBox(agent);
    await box.fill('Kept while it is away');

    await controls.token(locationId, { revoked: true });
    await expect(agent.getByText(/Not connected to GoHighLevel since/)).toBeVisible({ timeout: 30_000 });
    await expect(agent.getByText('Ask boss@example.com to renew the token.')).toBeVisible();
    await expect(agent.getByRole('option').first()).toBeVisible();
    await expect(agent.getByRole('log')).toContainText(/\w/);
    await expect(box).toHaveValue('Kept while it is away');
    await expectAccessible(agent);
    await agent.getByRole('button', { name: /^Send SMS/ }).click();
    await expect(agent.getByText('Kept while it is away').first()).toBeVisible();
    expect(await controls.accepted(locationId)).toEqual([]);

    // A first load with a dead token: the page stands, the banner leads the admin to the cure.
    await page.goto(app.url + paths.inbox(locationId));
    await expect(page.getByText(/Not connected to GoHighLevel since/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
    await page.getByRole('link', { name: 'Renew the token' }).click();
    await expect(page.getByText(/GoHighLevel does not accept the token/).last()).toBeVisible();
    // What would not help is not advised, and no button leads to where one is.
    await expect(page.getByText(/The token stays the same/)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Renew the token' })).toHaveCount(0);
    await expectAccessible(page);

    await controls.token(locationId, { revoked: false });
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(page.getByText('Everything that a read can prove works.').last()).toBeVisible();
    await expect(page.getByText(/Not connected to GoHighLevel/)).toHaveCount(0, { timeout: 20_000 });
    await expect(agent.getByText(/Not connected to GoHighLevel/)).toHaveCount(0, { timeout: 20_000 });
    await agents.close();
  } finally {
    if (app.isRunning) await app.stop();
    await sandbox.stop();
  }
});

test('connected: 200 wrong passwords are slowed down by account and by computer, and lock nobody out', async ({
  request,
}) => {
  test.slow();
  const sandbox = await startSandboxProcess();
  const app = await startAppProcess({
    GHL_BASE_URL: sandbox.url,
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: sandbox.locationId,
    ADMIN_EMAIL: 'boss@example.com',
    ADMIN_PASSWORD: password,
    SESSION_SECRET: secret,
  });
  try {
    if (!app.isRunning) throw new Error(app.output);
    const { url } = app;
    const tryWith = (email: string, tried: string, from: string) =>
      request.post(url + apiPaths.session, {
        // An address that the caller made up: it must not count.
        headers: { ...ours(url), 'x-forwarded-for': from },
        data: { method: 'password', email, password: tried },
      });
    const words = async (email: string) => (await tryWith(email, 'wrong', '192.0.2.1')).text();
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    expect(withoutId(await words('boss@example.com'))).toBe(withoutId(await words('nobody@example.com')));

    const flood = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        tryWith(`p${index}@example.com`, 'wrong', `198.51.100.${index}`),
      ),
    );
    const statuses = flood.map((answer) => answer.status());
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
    expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(15);
    await expect
      .poll(async () => (await tryWith('boss@example.com', password, '203.0.113.1')).status(), {
        timeout: 30_000,
      })
      .toBe(200);
  } finally {
    if (app.isRunning) await app.stop();
    await sandbox.stop();
  }
});
