import type { Page } from 'playwright/test';
import { expect, expectAccessible, test } from './support/fixtures';
import { chooseView, openConversation, smsBox } from './support/rows';
import { mark, sendOf } from './support/sends';

test.beforeEach(async ({ signInAs, openInbox }) => {
  await signInAs('agent');
  await openInbox();
});

const openAmara = (page: Page) => openConversation(page, 'Amara Okafor');
const times = (page: Page) => page.getByRole('listbox', { name: 'Send later' });

async function typeTime(page: Page, text: string) {
  await page.getByRole('combobox', { name: 'Send later' }).fill(text);
}

test('a message is scheduled by a typed time, listed, and cancelled: its text is in the box again', async ({
  page,
}) => {
  await openAmara(page);
  const box = await smsBox(page);
  const text = `Good morning ${mark()}`;
  await box.fill(text);
  await page.keyboard.press('Control+Shift+L');
  await expect(times(page).getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await typeTime(page, 'yesterday 3pm');
  await expect(page.getByText(/no time to come/).first()).toBeVisible();
  await typeTime(page, 'in 2 days');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('');
  await expect(sendOf(page, text)).toContainText(/Scheduled for/);
  await expect(sendOf(page, text)).toContainText('unless they answer first');
  await expect(sendOf(page, text)).toHaveCount(1);

  await chooseView(page, 'Scheduled');
  const rows = page.getByRole('listbox', { name: 'Scheduled messages' }).getByRole('option');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Amara Okafor');
  await expect(page.getByText('GoHighLevel lists no scheduled messages')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await rows.click();
  await sendOf(page, text).getByRole('button', { name: 'Cancel and edit' }).click();
  await expect(await smsBox(page)).toHaveValue(text);
  await expect(page.getByText('Nothing is scheduled')).toBeVisible();
  await expect(sendOf(page, text)).toHaveCount(0);
});

test('nothing is scheduled without a text, and what is missing is said', async ({ page }) => {
  await openAmara(page);
  await smsBox(page);
  await page.getByRole('button', { name: 'Send later' }).click();
  await expect(page.getByText('Write something or attach a file.')).toBeVisible();
  await expect(times(page)).toHaveCount(0);
});

test.describe('far away', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('times are those of the location, with the own ones beside them, on a phone too', async ({ page }) => {
    await openAmara(page);
    await (await smsBox(page)).fill('Hello');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Send later' }).click();
    await typeTime(page, '2027-07-01 9:00');
    await expect(times(page).getByRole('option').first()).toContainText(/9:00.*for you/);
    await expectAccessible(page);
  });
});
