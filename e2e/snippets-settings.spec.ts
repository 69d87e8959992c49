import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { makeSnippet } from './support/snippets';

const inFolder = (page: Page, folder = 'in no folder') =>
  page.getByRole('list', { name: `Snippets: ${folder}` });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const form = (page: Page) => page.getByRole('dialog', { name: /snippet/ });

test.beforeEach(async ({ page, signInAs, location }) => {
  await signInAs('agent');
  await page.goto(paths.snippets(location.id));
  await expect(page.getByRole('heading', { name: 'Snippets' })).toBeVisible();
});

test('a snippet is written, found, changed and deleted by keyboard alone', async ({ page }) => {
  await expect(page.getByText('No snippets yet')).toBeVisible();
  await page.getByRole('button', { name: 'Write the first one' }).press('Enter');
  await expect(form(page).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Opening hours');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Shop');
  await form(page).getByLabel('Text').focus();
  await page.keyboard.type('Hi ');
  await form(page).getByRole('button', { name: 'Insert variable' }).press('Enter');
  await page.getByRole('menuitem', { name: 'First name' }).first().press('Enter');
  await expect(form(page).getByLabel('Text')).toBeFocused();
  await page.keyboard.type(', we are open.');
  await expect(form(page).getByLabel('Text')).toHaveValue('Hi {{contact.first_name}}, we are open.');
  await form(page).getByRole('button', { name: 'Save snippet' }).press('Enter');
  await expect(inFolder(page, 'Shop').getByRole('listitem')).toHaveText(/Opening hours/);

  await page.getByLabel('Find a snippet').fill('ópén');
  await expect(inFolder(page, 'Shop').getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Find a snippet').fill('zebra');
  await expect(page.getByText('No snippet holds these words')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).press('Enter');
  await expect(page.getByLabel('Find a snippet')).toBeFocused();

  await page.getByRole('button', { name: 'Edit Opening hours' }).press('Enter');
  await form(page).getByLabel('Mark the conversation done').press('Space');
  await form(page).getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(row(page, 'Opening hours')).toContainText('Marks done');
  await expect(page.getByRole('button', { name: 'Edit Opening hours' })).toBeFocused();

  await page.getByRole('button', { name: 'Delete Opening hours' }).press('Enter');
  await page.getByRole('button', { name: 'Delete snippet' }).press('Enter');
  await expect(page.getByText('No snippets yet')).toBeVisible();
  // The button that was pressed is gone with its row.
  await expect(page.getByRole('main')).toBeFocused();
});

test.describe('refused', () => {
  test.use({ allowedErrors: [/status of (403|404|409|400)/] });

  test('what is shared is seen by the others, who cannot change it; what is kept is not', async ({
    page,
    baseURL,
    location,
    signInAs,
  }) => {
    await makeSnippet(page, baseURL, location.id, { name: 'Directions', text: 'For all', isShared: true });
    await makeSnippet(page, baseURL, location.id, { name: 'Private', text: 'For me' });
    await page.reload();
    await expect(row(page, 'Directions')).toContainText('Shared');
    await expect(row(page, 'Private')).toBeVisible();
    await signInAs('priya');
    await expect(row(page, 'Directions')).toContainText(/By Jonas/);
    await expect(page.getByRole('button', { name: 'Edit Directions' })).toBeHidden();
    await expect(row(page, 'Private')).toBeHidden();
    await signInAs('admin');
    await page.getByRole('button', { name: 'Edit Directions' }).click();
    await form(page).getByLabel('Share with everybody').uncheck();
    await form(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(form(page).getByText(/Only whoever made it/)).toBeVisible();
    await form(page).getByLabel('Share with everybody').check();
    await form(page).getByLabel('Text').fill('Better');
    await form(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(row(page, 'Directions')).toContainText('Better');
  });

  test('a name that is taken stands beside its field, with all that was typed', async ({
    page,
    baseURL,
    location,
  }) => {
    await makeSnippet(page, baseURL, location.id, { name: 'Hours', text: 'One' });
    await page.getByRole('button', { name: 'New snippet' }).click();
    await form(page).getByRole('button', { name: 'Save snippet' }).click();
    await expect(form(page).getByLabel('Text')).toHaveAccessibleDescription(/Write what it says/);
    await form(page).getByLabel('Name').fill('hours');
    await form(page).getByLabel('Text').fill('Another text');
    await form(page).getByRole('button', { name: 'Save snippet' }).click();
    await expect(form(page).getByLabel('Name')).toHaveAccessibleDescription(/called “hours” already/);
    await expect(form(page).getByLabel('Name')).toBeFocused();
    await expect(form(page).getByLabel('Text')).toHaveValue('Another text');
    await page.keyboard.press('Escape');
    await expect(form(page)).toBeHidden();
    await page.getByRole('button', { name: 'New snippet' }).click();
    await expect(form(page).getByLabel('Text')).toHaveValue('Another text');
  });

  test('who is slower is told, and decides', async ({ page, baseURL, location }) => {
    const { id } = await makeSnippet(page, baseURL, location.id, { name: 'Way here', text: 'One' });
    await page.reload();
    await page.getByRole('button', { name: 'Edit Way here' }).click();
    const list = await (await page.request.get(apiPaths.snippets(location.id))).json();
    const answer = await page.request.patch(apiPaths.snippet(location.id, id), {
      data: { name: 'Way here', text: 'Theirs', baseUpdatedAt: list.snippets[0].updatedAt },
      headers: ours(baseURL),
    });
    expect(answer.status()).toBe(200);
    await form(page).getByLabel('Text').fill('Mine');
    await form(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(form(page).getByRole('alert')).toContainText('changed it meanwhile');
    await form(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(row(page, 'Way here')).toContainText('Mine');
  });

  test('a viewer writes none, and a foreign location has none', async ({
    page,
    baseURL,
    location,
    signInAs,
    sandbox,
  }) => {
    const { id } = await makeSnippet(page, baseURL, location.id, {
      name: 'Directions',
      text: 'For all',
      isShared: true,
    });
    const other = await sandbox.newLocation();
    const at = (path: string) => page.request.delete(path, { headers: ours(baseURL) });
    expect((await at(apiPaths.snippet(other.id, id))).status()).toBe(404);
    await signInAs('viewer');
    await expect(row(page, 'Directions')).toBeVisible();
    await expect(page.getByRole('button', { name: 'New snippet' })).toBeHidden();
    expect((await at(apiPaths.snippet(location.id, id))).status()).toBe(403);
    expect((await page.request.get(apiPaths.snippets(location.id))).status()).toBe(200);
    await sandbox.deleteLocation(other.id);
  });
});

test('a template of GoHighLevel is copied to be changed here', async ({ page }) => {
  const templates = page.getByRole('list', { name: 'Templates of GoHighLevel' });
  await expect(templates.getByRole('listitem').filter({ hasText: 'Quote follow-up' })).toContainText('Email');
  await page.getByRole('button', { name: 'Copy Quote follow-up' }).click();
  await expect(form(page).getByLabel('Subject')).toHaveValue('Your quote, {{contact.first_name}}');
  await expect(form(page).getByLabel('Text')).toHaveValue(/^Dear \{\{contact\.first_name\}\},/);
  await form(page).getByRole('button', { name: 'Save snippet' }).click();
  await expect(inFolder(page).getByRole('listitem')).toHaveText(/Quote follow-up/);
});

test('a file is attached, taken away, and one that GoHighLevel does not take says so', async ({ page }) => {
  await page.getByRole('button', { name: 'New snippet' }).click();
  const attach = async (name: string, content: string) => {
    const picker = page.waitForEvent('filechooser');
    await form(page).getByRole('button', { name: 'Attach a file' }).click();
    await (await picker).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
  };
  await attach('run.exe', 'MZ');
  await expect(form(page).getByText(/does not take \.exe files/)).toBeVisible();
  await form(page).getByRole('button', { name: 'Remove run.exe' }).click();
  await expect(form(page).getByRole('button', { name: 'Attach a file' })).toBeFocused();
  await attach('prices.pdf', '%PDF-1.4\n%%EOF');
  await expect(form(page).getByText('14 B')).toBeVisible();
  await form(page).getByLabel('Name').fill('Price list');
  await form(page).getByRole('button', { name: 'Save snippet' }).click();
  await expect(row(page, 'Price list')).toContainText('1 file');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`is accessible, and fits a phone, ${scheme}`, async ({ page, baseURL, location }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const name = 'A very long name of a snippet that nobody could have thought of in one go';
    await makeSnippet(page, baseURL, location.id, {
      name,
      folder: 'مواعيد',
      text: 'الرجاء إحضار الحذاء',
      isShared: true,
      acts: { addTags: ['vip'], assignTo: null, marksDone: true },
    });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.reload();
    await expect(row(page, name)).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.getByRole('button', { name: `Edit ${name}` }).click();
    await expect(form(page).getByLabel('Name')).toHaveValue(name);
    await expectAccessible(page);
  });
}
