import type { Page } from 'playwright/test';
import { paths } from '@/lib/shared/paths';
import { expect, test } from './support/own-app';
import { conversationIdOf, listRows } from './support/rows';

const selected = (page: Page) => page.getByRole('region', { name: 'Selected conversations' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Conversations' });
const placeOf = async (page: Page) => (await list(page).boundingBox())?.y ?? Number.NaN;
/** The box of a row, or its picture where there is no room for a box. */
async function select(page: Page, index: number, x: number): Promise<void> {
  const row = listRows(page).nth(index);
  await row.click({ position: { x, y: ((await row.boundingBox())?.height ?? 0) / 2 } });
}

for (const { how, viewport, x, filter } of [
  { how: 'wide', viewport: { width: 1280, height: 720 }, x: 18, filter: '' },
  { how: 'narrow', viewport: { width: 800, height: 720 }, x: 18, filter: '?channel=email,sms&sort=oldest' },
  { how: 'on a phone', viewport: { width: 390, height: 844 }, x: 60, filter: '' },
]) {
  test.describe(how, () => {
    test.use({ viewport, hasTouch: how === 'on a phone' });

    for (const density of ['normal', 'compact'] as const) {
      test(`selecting moves no row, in the ${density} list`, async ({ page, location, signInWith }) => {
        await signInWith({ density });
        await page.goto(paths.inbox(location.id) + filter);
        await expect(listRows(page).nth(3)).toBeVisible();
        const before = await placeOf(page);
        for (const index of [0, 1, 2]) await select(page, index, x);
        await expect(selected(page)).toContainText('3 selected');
        expect(await placeOf(page)).toBe(before);
        await page.keyboard.press('ControlOrMeta+a');
        await expect(selected(page)).not.toContainText('3 selected');
        expect(await placeOf(page)).toBe(before);
        await selected(page).getByRole('button', { name: 'Clear the selection' }).click();
        await expect(selected(page)).toBeHidden();
        expect(await placeOf(page)).toBe(before);
      });
    }
  });
}

test('what is selected and where the list was scrolled to are the same after a reload', async ({
  page,
  signInWith,
  openInbox,
}) => {
  await signInWith();
  await openInbox();
  await select(page, 0, 18);
  await expect(selected(page)).toContainText('1 selected');
  await list(page).hover();
  const top = await placeOf(page);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => placeOf(page)).toBe(top - 300);
  await page.reload();
  await expect(selected(page)).toContainText('1 selected');
  await expect.poll(() => placeOf(page)).toBe(top - 300);
});

test('what was deleted elsewhere is not selected any more', async ({
  page,
  location,
  sandbox,
  signInWith,
  openInbox,
}) => {
  await signInWith();
  await openInbox();
  const ids = await Promise.all([0, 1, 2].map((index) => conversationIdOf(listRows(page).nth(index))));
  for (const index of [0, 1, 2]) await select(page, index, 18);
  await expect(selected(page)).toContainText('3 selected');
  const answer = await fetch(`${sandbox.url}/conversations/${ids[1]}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${location.token}`, version: '2021-04-15' },
  });
  expect(answer.status).toBe(200);
  await expect(selected(page)).toContainText('2 selected', { timeout: 25_000 });
  await expect(page.getByRole('option', { selected: true })).toHaveCount(2);
  expect(await Promise.all([0, 1].map((index) => conversationIdOf(listRows(page).nth(index))))).toEqual([
    ids[0],
    ids[2],
  ]);
});

test('no number of a view is cut, however many conversations there are', async ({
  page,
  sandbox,
  signInWith,
}) => {
  await signInWith();
  const location = await sandbox.newLocation({ preset: 'empty', conversations: 1500, messages: 2 });
  try {
    await page.goto(paths.inbox(location.id));
    await expect(page.getByRole('tab', { name: /^Open.*1500/ })).toBeVisible();
    await expect(page.getByRole('tab', { name: /^Waiting.*\d/ })).toBeVisible();
    const strip = await page.getByRole('tablist', { name: 'Views' }).boundingBox();
    for (const tab of await page.getByRole('tab').all()) {
      const box = await tab.boundingBox();
      // The strip fades out over its last pixels.
      expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(
        (strip?.x ?? 0) + (strip?.width ?? 0) - 8,
      );
    }
  } finally {
    await sandbox.deleteLocation(location.id);
  }
});
