import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { chooseView, openConversation, smsBox } from './support/rows';
import type { SandboxDriver } from './support/sandbox';
import { acceptedTexts, mark, sendOf } from './support/sends';

test.use({ allowedErrors: [/40[0-9]|50[0-9]|Failed to load resource/] });

const attention = (page: Page) => page.getByRole('listbox', { name: 'Messages that need attention' });

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

/** One that GHL refuses, and one whose answer is lost and whose message is nowhere to be found. */
async function sendTwoInVain(
  page: Page,
  sandbox: SandboxDriver,
  locationId: string,
): Promise<{ refused: string; lost: string }> {
  const refused = `Are you there? ${mark()}`;
  const lost = `Is it on its way? ${mark()}`;
  await sandbox.faults(locationId, {
    operation: 'send-a-new-message',
    kind: 'respond',
    status: 400,
    body: { status: 400, message: 'Cannot send message as DND is active for SMS.' },
  });
  await openConversation(page, 'Amara Okafor');
  await (await smsBox(page)).fill(refused);
  await page.keyboard.press('Control+Enter');
  await expect(sendOf(page, refused)).toContainText(/Not sent\. .*DND is active/);
  await sandbox.faults(locationId, { operation: 'send-a-new-message', kind: 'reset-before' });
  await openConversation(page, 'Devon Pryce');
  await (await smsBox(page)).fill(lost);
  await page.keyboard.press('Control+Enter');
  await expect(sendOf(page, lost)).toContainText('Not confirmed');
  return { refused, lost };
}

test('what was refused and what is not confirmed is found, gone through by keys, and dealt with', async ({
  page,
  location,
  sandbox,
}) => {
  const { refused, lost } = await sendTwoInVain(page, sandbox, location.id);
  await page.getByRole('log').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/view=attention/);
  const rows = attention(page).getByRole('option');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Amara Okafor' })).toContainText('Not sent');
  await expect(rows.filter({ hasText: 'Devon Pryce' })).toContainText('Not confirmed');
  await expect(page.getByRole('tab', { name: 'Needs attention 2' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);

  await page.reload();
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: 'Amara Okafor' }).click();
  await expect(sendOf(page, refused)).toBeInViewport();
  await page.keyboard.press('j');
  await expect(sendOf(page, lost)).toBeInViewport();
  await page.keyboard.press('k');
  await expect(sendOf(page, refused)).toBeInViewport();

  await sendOf(page, refused).getByRole('button', { name: 'Retry' }).click();
  await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual([refused]);
  await expect(rows).toHaveCount(1);
  await rows.click();
  await sendOf(page, lost).getByRole('button', { name: 'Send again' }).click();
  await expect.poll(async () => acceptedTexts(await sandbox.accepted(location.id))).toEqual([refused, lost]);
  await expect(page.getByText('Nothing needs attention')).toBeVisible();
});

test('the view says when it is empty, and when it cannot be read', async ({ page, location }) => {
  await chooseView(page, 'Needs attention');
  await expect(page.getByText('Nothing needs attention')).toBeVisible();
  await chooseView(page, 'Scheduled');
  await expect(page.getByText('Nothing is scheduled')).toBeVisible();
  await page.route('**/sends?view=attention', (route) => route.abort());
  await page.goto(paths.sends(location.id, 'attention'));
  await expect(page.getByText('could not be read').first()).toBeVisible();
  await page.unroute('**/sends?view=attention');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Nothing needs attention')).toBeVisible();
});

test('whoever only reads sees it and decides nothing, in the dark and on a phone', async ({
  page,
  location,
  sandbox,
  signInAs,
  baseURL,
}) => {
  const { refused } = await sendTwoInVain(page, sandbox, location.id);
  await signInAs('viewer');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.sends(location.id, 'attention'));
  await expect(page.getByRole('link', { name: 'Needs attention, 2' })).toBeVisible();
  await expectAccessible(page);
  await attention(page).getByRole('option').filter({ hasText: 'Amara Okafor' }).click();
  await expect(sendOf(page, refused)).toContainText('Jonas Reyes');
  await expect(sendOf(page, refused).getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(attention(page)).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wide).toBeLessThanOrEqual(room ?? 0);
  const answer = await page.request.post(
    apiPaths.send(location.id, 'x', '7f1a1d0e-0c51-4a57-9a39-111111111111'),
    { data: { act: 'retry' }, headers: ours(baseURL) },
  );
  expect(answer.status()).toBe(403);
});
