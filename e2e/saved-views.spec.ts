import { savedViewListSchema, savedViewSchema } from '@/lib/shared/contract/saved-view';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { chooseView, listRows as rows } from './support/rows';

test("a view of one's own is saved, has a key, is renamed and deleted, and nobody else sees it", async ({
  page,
  location,
  signInAs,
}) => {
  await signInAs('jonas');
  await page.goto(`${paths.inbox(location.id)}?channel=sms,email&direction=inbound`);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Wrote last');
  await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('tab', { name: /^Wrote last/, selected: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Save view' })).toBeHidden();

  await page.keyboard.press('1');
  await expect(page).toHaveURL(/\/inbox$/);
  await page.keyboard.press('9');
  await expect(page).toHaveURL(/\?channel=email,sms&direction=inbound$/);
  await expect(page.getByRole('tab', { name: /^Wrote last/, selected: true })).toBeVisible();

  await page.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitem', { name: /Edit saved views/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('They wrote');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('listitem', { name: 'They wrote' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: /^They wrote/ })).toBeVisible();

  await signInAs('priya');
  await page.goto(paths.inbox(location.id));
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Open', selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'More views' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'They wrote' })).toHaveCount(0);

  await signInAs('jonas');
  await page.reload();
  await page.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitem', { name: /Edit saved views/ }).click();
  await page.getByRole('button', { name: 'Delete They wrote' }).click();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('None is left.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Open', selected: true })).toBeVisible();
});

test('the filters of a saved view are changed where they stand, by who may', async ({
  page,
  location,
  signInAs,
}) => {
  const change = async () => {
    await chooseView(page, 'Texts');
    await page.getByRole('button', { name: 'Remove filter: They wrote last' }).click();
    await expect(page).toHaveURL(/\?channel=sms$/);
  };
  await signInAs('jonas');
  await page.goto(`${paths.inbox(location.id)}?channel=sms&direction=inbound`);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Texts');
  await page.getByRole('checkbox', { name: /Share with everybody/ }).check();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /^Texts/, selected: true })).toBeVisible();
  await page.keyboard.press('1');

  await signInAs('priya');
  await page.goto(paths.inbox(location.id));
  await change();
  await expect(page.getByRole('button', { name: 'Save view' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Update view Texts' })).toBeHidden();

  await signInAs('jonas');
  await page.goto(paths.inbox(location.id));
  await change();
  await expect(page.getByRole('button', { name: 'Save as new' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Update view Texts' }).click();
  await expect(page.getByText('“Texts” has these filters now')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Texts/, selected: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('“Texts” is as it was')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Update view Texts' })).toBeVisible();
});

test('a saved view says how many it holds', async ({ page, location, signInAs }) => {
  await signInAs('jonas');
  await page.goto(`${paths.inbox(location.id)}?channel=email,sms`);
  const words = await page.getByText(/^\d+ found$/).textContent();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Written');
  await page.keyboard.press('Enter');
  const count = Number.parseInt(words ?? '', 10);
  // Numbers are read again every 15 seconds, and nobody waits for them.
  const tab = page.getByRole('tab', { name: `Written ${count}`, exact: true });
  await expect(tab).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'More views' }).click();
  await expect(page.getByRole('menuitemradio', { name: `Written ${count}`, exact: true })).toBeVisible();
});

test('in a shared view "me" is whoever looks', async ({ page, location, signInAs }) => {
  await signInAs('jonas');
  await page.goto(`${paths.inbox(location.id)}?assigned=me&sort=oldest`);
  await expect(rows(page).first()).toHaveAccessibleName(/Assigned to Jonas Reyes/);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('My oldest');
  await page.getByRole('checkbox', { name: /Share with everybody/ }).check();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'My oldest' })).toBeVisible();

  await signInAs('admin');
  await page.goto(paths.inbox(location.id));
  await chooseView(page, 'My oldest');
  await expect(rows(page).first()).toHaveAccessibleName(/Assigned to Mika Kaur/);
  const hers = page.getByRole('img', { name: 'Assigned to Mika Kaur' });
  await expect(rows(page).filter({ hasNot: hers })).toHaveCount(0);
});

test("a shared view is changed by who made it or by an admin, and nobody reads or writes another's own", async ({
  page,
  location,
  signInAs,
  baseURL,
}) => {
  const url = apiPaths.savedViews(location.id);
  const headers = ours(baseURL);
  const request = page.request;
  const post = (data: unknown) => request.post(url, { data, headers });
  await signInAs('jonas');
  const made = await post({ name: 'Ours', search: 'channel=sms', isShared: true });
  const own = await post({ name: 'Only mine', search: '?view=done', isShared: false });
  const shared = savedViewSchema.parse(await made.json());
  const mine = savedViewSchema.parse(await own.json());
  expect(shared).toMatchObject({ search: '?channel=sms', isMine: true, canChange: true });
  expect((await post({ name: 'ours', search: '', isShared: false })).status()).toBe(409);
  expect((await post({ name: ' ', search: '', isShared: false })).status()).toBe(400);
  expect((await post({ name: 'Odd', search: '?channel=pigeon', isShared: false })).status()).toBe(400);
  expect((await post({ name: 'Odd', search: '', isShared: false, personId: 'mika' })).status()).toBe(400);

  await signInAs('priya');
  const change = (id: string, data: unknown) =>
    request.patch(apiPaths.savedView(location.id, id), { data, headers });
  expect((await change(shared.id, { name: 'Hers' })).status()).toBe(403);
  expect((await change(mine.id, { name: 'Hers' })).status()).toBe(404);
  expect((await request.delete(apiPaths.savedView(location.id, mine.id), { headers })).status()).toBe(404);
  const { views } = savedViewListSchema.parse(await (await request.get(url)).json());
  expect(views).toEqual([
    expect.objectContaining({ id: shared.id, isMine: false, canChange: false, authorName: 'Jonas Reyes' }),
  ]);

  await signInAs('viewer');
  expect((await post({ name: 'Theirs', search: '', isShared: true })).status()).toBe(403);
  expect((await post({ name: 'Theirs', search: '?view=waiting', isShared: false })).status()).toBe(200);

  await signInAs('admin');
  expect((await change(shared.id, { name: "Everybody's" })).status()).toBe(200);
  expect((await request.delete(apiPaths.savedView(location.id, shared.id), { headers })).status()).toBe(200);
  expect((await request.delete(apiPaths.savedView(location.id, shared.id), { headers })).status()).toBe(404);
});
