import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { openConversation } from './support/rows';
import { makeSnippet } from './support/snippets';

const box = (page: Page) => page.getByRole('textbox', { name: 'Text message' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Snippets' });
const option = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name });
const log = (page: Page) => page.getByRole('log');

async function openAmara(page: Page) {
  await openConversation(page, 'Amara Okafor');
  await page.getByRole('radio', { name: 'SMS' }).click();
}

test.beforeEach(async ({ page, baseURL, location, signInAs }) => {
  await signInAs('agent');
  await makeSnippet(page, baseURL, location.id, {
    name: 'Opening hours',
    folder: 'Shop',
    text: 'Hi {{contact.first_name}}, we are open {{custom_values.opening_hours}}. {{user.first_name}}',
    isShared: true,
  });
  await makeSnippet(page, baseURL, location.id, {
    name: 'Your gown',
    text: 'Your {{contact.veil}} is here.',
  });
});

test('a slash finds a snippet by keyboard alone, fills it in, and it is sent as it stands', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('/');
  await expect(list(page)).toBeVisible();
  await expect(list(page).getByRole('group', { name: 'From GoHighLevel' })).toContainText('Fitting reminder');
  await expect(list(page).getByRole('group', { name: 'Shop' })).toContainText(
    'Hi Amara, we are open Tuesday to Saturday',
  );
  await page.keyboard.type('ópen');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await expect(option(page, /Opening hours/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();
  const text = 'Hi Amara, we are open Tuesday to Saturday, 10 AM to 7 PM. Jonas';
  await expect(box(page)).toHaveValue(text);
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(box(page)).toHaveValue('/ópen');
  await page.keyboard.press('Control+Shift+z');
  await expect(box(page)).toHaveValue(text);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
    .toEqual([text]);
  // What was used last stands first.
  await page.keyboard.type('/');
  await expect(list(page).getByRole('option').first()).toContainText('Opening hours');
});

test('a slash within words, and one that is meant as it stands, opens nothing and is kept', async ({
  page,
  openInbox,
}) => {
  await openInbox();
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('and/or https://a.example/b 1 / 2 ');
  await expect(list(page)).toBeHidden();
  await page.keyboard.type('/');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('usr');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue('and/or https://a.example/b 1 / 2 /usr');
});

test('Enter never sends while the list is open, not even where nothing is found', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('/zebra');
  await expect(page.getByText('No snippet holds these words.').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(box(page)).toHaveValue('/zebra');
  expect(await sandbox.accepted(location.id)).toEqual([]);
  // It goes on: it was no snippet that was meant.
  await page.keyboard.type(' crossing');
  await expect(list(page)).toBeHidden();
});

test('what is not filled in stops the send, is named and selected; filled in, it goes out', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('Good news! /gown');
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await option(page, /Your gown/).click();
  await expect(box(page)).toHaveValue('Good news! Your {{contact.veil}} is here.');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: '{{contact.veil}} is not filled in' }),
  ).toBeVisible();
  await expect(box(page)).toBeFocused();
  expect(await sandbox.accepted(location.id)).toEqual([]);
  await page.keyboard.type('veil');
  await expect(box(page)).toHaveValue('Good news! Your veil is here.');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
    .toEqual(['Good news! Your veil is here.']);
});

test('what is shared is there for the other person, and what is not is not', async ({
  page,
  location,
  signInAs,
}) => {
  await signInAs('priya');
  await page.goto(paths.inbox(location.id));
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('/');
  await expect(option(page, /Opening hours/)).toBeVisible();
  await expect(option(page, /Your gown/)).toBeHidden();
});

test('by the button and by its key a snippet comes to where the caret was', async ({ page, openInbox }) => {
  await openInbox();
  await openAmara(page);
  await box(page).fill('Before after');
  for (let step = 0; step < 'after'.length; step++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Insert snippet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Insert snippet' });
  await dialog.getByRole('combobox').fill('shop');
  await expect(dialog.getByRole('option', { name: /Opening hours/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue(/^Before Hi Amara, we are open .* Jonasafter$/);
  await page.keyboard.press('Control+;');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the list is accessible and fits a phone, ${scheme}`, async ({ page, openInbox }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 390, height: 760 });
    await openInbox();
    // SMS is chosen: they last wrote by it.
    await openConversation(page, 'Amara Okafor');
    await box(page).focus();
    await page.keyboard.type('/');
    await expect(option(page, /Opening hours/)).toBeVisible();
    await expectAccessible(page);
    await expect(list(page)).toBeInViewport({ ratio: 0.99 });
  });
}

test.describe('what else a snippet does', () => {
  test.beforeEach(async ({ page, baseURL, location, openInbox }) => {
    await makeSnippet(page, baseURL, location.id, {
      name: 'Booked',
      text: 'You are booked!',
      acts: { addTags: ['booked', 'groom'], assignTo: null, marksDone: true },
    });
    await openInbox();
    await openAmara(page);
    await box(page).focus();
    await page.keyboard.type('/booked');
    await option(page, /^Booked/).click();
  });

  test('is done once it is sent, in GoHighLevel too, and each is taken back by its own', async ({
    page,
    location,
    sandbox,
  }) => {
    const calls = async (operation: string) =>
      (await sandbox.requests(location.id)).filter((call) => call.operation === operation).length;
    expect(await calls('add-tags')).toBe(0);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Marked Amara Okafor as done')).toBeVisible();
    await expect.poll(() => calls('add-tags')).toBe(1);
    await expect
      .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
      .toEqual(['You are booked!']);
    await expect(page.getByText('Added the tags booked, groom to Amara Okafor')).toBeVisible();
    // That of the tags came first.
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(() => calls('remove-tags')).toBe(1);
    await expect(page.getByText('Undone: added the tags booked, groom to Amara Okafor')).toBeVisible();
  });

  test('is not done where the message does not leave', async ({ page, location, sandbox }) => {
    await page.keyboard.type(' {{contact.veil}}');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('alert').filter({ hasText: 'is not filled in' })).toBeVisible();
    const calls = await sandbox.requests(location.id);
    expect(calls.filter(({ operation }) => operation === 'add-tags')).toEqual([]);
    await expect(page.getByRole('list', { name: 'What else it will do' })).toBeVisible();
  });

  test('stands beside the text, and each can be taken away', async ({ page }) => {
    const acts = page.getByRole('list', { name: 'What else it will do' });
    await expect(acts.getByRole('listitem')).toHaveText(['tag booked', 'tag groom', 'mark done']);
    await page.getByRole('button', { name: 'Do not tag groom' }).click();
    await expect(acts.getByRole('listitem')).toHaveText(['tag booked', 'mark done']);
    await expect(box(page)).toBeFocused();
    await page.reload();
    await expect(acts.getByRole('listitem')).toHaveText(['tag booked', 'mark done']);
    await expect(log(page)).toBeVisible();
  });
});

test('in an email a slash does the same, and what is not filled in is selected there too', async ({
  page,
  location,
  sandbox,
  openInbox,
}) => {
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  await page.getByRole('radio', { name: 'Email' }).click();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Your gown');
  const text = page.getByRole('textbox', { name: 'Email text' });
  // The editor, not the box in its place.
  await expect(page.getByRole('toolbar')).toBeVisible();
  await text.click();
  await page.keyboard.type('Dear Amara,');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/gown');
  await expect(list(page).getByRole('option').first()).toContainText('Your gown');
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();
  await expect(text).toHaveText(/Dear Amara,.*Your \{\{contact\.veil\}\} is here\./s);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByRole('alert').filter({ hasText: '{{contact.veil}} is not filled in' }),
  ).toBeVisible();
  await page.keyboard.type('veil');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
  expect((await sandbox.accepted(location.id))[0]?.html).toContain('Your veil is here.');
});

test('what is written is saved as a snippet, and found by its name', async ({ page, openInbox }) => {
  await openInbox();
  await openAmara(page);
  await box(page).fill('We ship within two days.');
  await page.getByRole('button', { name: 'Insert snippet' }).click();
  await page.getByRole('button', { name: 'Save what is written as a snippet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as snippet' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/Give it a name/);
  await dialog.getByLabel('Name').fill('Shipping');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('We ship within two days.');
  await page.keyboard.press('End');
  await page.keyboard.type('\n/shipping');
  await expect(option(page, /Shipping/)).toContainText('We ship within two days.');
});

test('files of a snippet go along with the message', async ({
  page,
  baseURL,
  location,
  sandbox,
  openInbox,
}) => {
  const uploaded = await page.request.post(
    `${apiPaths.uploads(location.id)}?${new URLSearchParams({ name: 'prices.pdf', snippet: '1' })}`,
    {
      data: Buffer.from('%PDF-1.4\n%%EOF'),
      headers: { ...ours(baseURL), 'content-type': 'application/octet-stream' },
    },
  );
  expect(uploaded.status(), await uploaded.text()).toBe(200);
  const { uploadId } = (await uploaded.json()) as { uploadId: string };
  await makeSnippet(page, baseURL, location.id, {
    name: 'Price list',
    text: 'Our prices.',
    uploadIds: [uploadId],
  });
  await openInbox();
  await openAmara(page);
  await box(page).focus();
  await page.keyboard.type('/price');
  await option(page, /Price list.*1 file/).click();
  await expect(page.getByRole('region', { name: 'Reply' }).getByText('prices.pdf')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
  expect((await sandbox.accepted(location.id))[0]).toMatchObject({ message: 'Our prices.' });
  expect((await sandbox.accepted(location.id))[0]?.attachments).toHaveLength(1);
});
