import type { Page } from 'playwright/test';
import { expect, test } from './support/fixtures';
import { listRows, openConversation, smsBox } from './support/rows';

test.use({ allowedErrors: [/50[0-9]|Failed to load resource/] });

test.beforeEach(async ({ signInAs }) => signInAs('agent'));

test('while GoHighLevel is away the list says so and comes by itself afterwards', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await sandbox.faults(location.id, { operation: '*', kind: 'reset-before', count: 10_000 });
  await openInbox();
  await expect(page.getByText('The conversations could not be read')).toBeVisible();
  await expect(page.getByText(/GoHighLevel cannot be reached/).first()).toBeVisible();
  await sandbox.clearFaults(location.id);
  await expect(listRows(page).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('The conversations could not be read')).toBeHidden();
});

test('what was shown stays, what was typed stays, and both go on without a reload', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  await box.fill('I am not lost');
  await sandbox.faults(location.id, { operation: '*', kind: 'respond', status: 503, count: 10_000 });
  await expect(page.getByText(/Showing what we had/).first()).toBeVisible({ timeout: 30_000 });
  await expect(listRows(page)).toHaveCount(1);
  await expect(page.getByRole('log')).toContainText(/\w/);
  await expect(box).toHaveValue('I am not lost');

  await page.getByRole('button', { name: /^Send SMS/ }).click();
  await expect(page.getByText('I am not lost').first()).toBeVisible();
  await sandbox.clearFaults(location.id);
  await expect(page.getByText(/Showing what we had/)).toHaveCount(0, { timeout: 30_000 });
  expect((await sandbox.accepted(location.id)).length).toBeLessThanOrEqual(1);
});

test('an answer that was lost is asked for again by itself, and the message goes out once', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  await box.fill('Through the tunnel');
  await loseFirstAnswer(page);
  await page.keyboard.press('Control+Enter');
  await expect(box).toHaveValue('');
  await expect(page.getByRole('log').getByText('Through the tunnel')).toHaveCount(1);
  await expect(page.getByText('Waiting for network')).toHaveCount(0);
  await expect
    .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
    .toEqual(['Through the tunnel']);
  await expect(page.getByRole('log').getByText('Through the tunnel')).toHaveCount(1);
});

test('a message that has left cannot be cancelled though its answer was lost, and the next text is another one', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  const accepted = async () => (await sandbox.accepted(location.id)).map(({ message }) => message);
  await loseFirstAnswer(page, { isLostForGood: true });
  await box.fill('At four');
  await box.press('Control+Enter');
  await expect(page.getByRole('log').getByText('Waiting for network')).toBeVisible();
  await expect.poll(accepted).toEqual(['At four']);
  await page.getByRole('log').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Too late to take it back/)).toBeVisible();
  await expect(box).toHaveValue('');
  await page.unroute('**/sends');
  await box.fill('At five');
  await box.press('Control+Enter');
  await expect(box).toHaveValue('');
  await expect.poll(accepted).toEqual(['At four', 'At five']);
});

test('one draft in two tabs is sent once', async ({ page, context, location, sandbox, openInbox }) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  const box = await smsBox(page);
  await box.fill('From one of two tabs');
  const other = await context.newPage();
  await other.goto(page.url());
  const otherBox = await smsBox(other);
  await expect(otherBox).toHaveValue('From one of two tabs');
  await box.press('Control+Enter');
  await expect(box).toHaveValue('');
  await expect(otherBox).toHaveValue('');
  await expect
    .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
    .toEqual(['From one of two tabs']);
});

/** The first send reaches the server and only its answer is lost: the worst case for sending twice. */
async function loseFirstAnswer(page: Page, { isLostForGood = false } = {}): Promise<void> {
  let isFirst = true;
  await page.route('**/sends', async (route) => {
    if (isFirst && route.request().method() !== 'POST') return route.continue();
    if (!isFirst) return isLostForGood ? route.abort() : route.continue();
    isFirst = false;
    await route.fetch();
    return route.abort();
  });
}
