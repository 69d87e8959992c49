import type { Page } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { listRows } from './support/rows';

const finder = (page: Page) => page.getByRole('dialog', { name: 'New conversation with' });
const form = (page: Page) => page.getByRole('dialog', { name: 'New contact' });
const thread = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Conversation', exact: true }).getByRole('heading', { name, level: 2 });
const writingBox = (page: Page) => page.getByRole('textbox', { name: /Text message|Email text/ });

test.describe('an agent', () => {
  test.beforeEach(async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
  });

  test('finds somebody by keys alone, and writes in the conversation that is there', async ({
    page,
    location,
    sandbox,
  }) => {
    await page.keyboard.press('c');
    await expect(finder(page)).toBeVisible();
    await page.keyboard.type('okafor');
    await expect(finder(page).getByRole('option', { name: /Amara Okafor/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(finder(page)).toBeHidden();
    await expect(thread(page, 'Amara Okafor')).toBeVisible();
    await expect(writingBox(page)).toBeFocused();
    await page.keyboard.type('Hello again');
    await expect(writingBox(page)).toHaveValue('Hello again');
    expect(await sandbox.accepted(location.id)).toEqual([]);
  });

  for (const [by, words] of [
    ['address', 'amara@okafor'],
    ['phone', '555 0100'],
  ] as const) {
    test(`finds somebody by ${by}`, async ({ page, location, baseURL }) => {
      const created = await page.request.post(apiPaths.contacts(location.id), {
        data: { firstName: 'Phone', lastName: 'Only', phone: '+1 (202) 555-0100' },
        headers: ours(baseURL),
      });
      expect(created.status()).toBe(200);
      await page.getByRole('button', { name: 'New conversation' }).click();
      await page.keyboard.type(words);
      const name = by === 'phone' ? 'Phone Only' : 'Amara Okafor';
      await finder(page)
        .getByRole('option', { name: new RegExp(name) })
        .click();
      await expect(thread(page, name)).toBeVisible();
      await expect(writingBox(page)).toBeFocused();
    });
  }

  test('makes a contact whom nobody knows, and writes to them', async ({ page, location, sandbox }) => {
    await page.keyboard.press('c');
    await page.keyboard.type('Wanda Quist');
    await expect(finder(page).getByText('GoHighLevel finds nobody')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(form(page)).toBeVisible();
    await expect(form(page).getByLabel('First name')).toHaveValue('Wanda');
    await expect(form(page).getByLabel('Last name')).toHaveValue('Quist');
    await page.keyboard.press('Enter');
    await expect(form(page).getByText(/without one nobody can be written to/)).toBeVisible();
    await expect(form(page).getByLabel('Email')).toBeFocused();
    await page.keyboard.type('wanda@');
    await page.keyboard.press('Enter');
    await expect(form(page).getByText(/such as ana@example.com/)).toBeVisible();
    await page.keyboard.type('quist.example');
    await form(page).getByLabel('Phone').fill('+1 (202) 555-0142');
    await page.keyboard.press('Enter');
    await expect(form(page)).toBeHidden();
    await expect(thread(page, 'Wanda Quist')).toBeVisible();
    await expect(writingBox(page)).toBeFocused();
    await page.getByRole('radio', { name: 'SMS' }).click();
    await writingBox(page).fill('Welcome');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect
      .poll(async () => (await sandbox.accepted(location.id)).map(({ message }) => message))
      .toEqual(['Welcome']);
    const made = (await sandbox.requests(location.id)).filter(
      ({ operation }) => operation === 'create-contact',
    );
    expect(made.map(({ status }) => status)).toEqual([201]);
  });

  test('is told who has the address already, and opens that conversation', async ({
    page,
    location,
    sandbox,
  }) => {
    await page.keyboard.press('c');
    await page.keyboard.type('nobody@nowhere.example');
    await finder(page)
      .getByRole('option', { name: /New contact/ })
      .click();
    await form(page).getByLabel('Email').fill('AMARA@okafor.example');
    await page.keyboard.press('Enter');
    await expect(form(page).getByText(/Amara Okafor has this email address already/)).toBeVisible();
    await form(page).getByRole('button', { name: 'Open the conversation' }).click();
    await expect(thread(page, 'Amara Okafor')).toBeVisible();
    const made = (await sandbox.requests(location.id)).filter(
      ({ operation }) => operation === 'create-contact',
    );
    expect(made.map(({ status }) => status)).toEqual([400]);
  });

  test('opens the conversation that GoHighLevel has, although its search lags behind', async ({
    page,
    location,
    sandbox,
  }) => {
    const ghl = (path: string, body: object) =>
      fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        body: JSON.stringify({ locationId: location.id, ...body }),
        headers: {
          authorization: `Bearer ${location.token}`,
          version: path.startsWith('/contacts') ? '2021-07-28' : '2021-04-15',
          'content-type': 'application/json',
          'user-agent': 'parley-e2e/1.0',
        },
      });
    const made = await ghl('/contacts/', { firstName: 'Late', lastName: 'Bloomer', phone: '+12025550177' });
    const { contact } = (await made.json()) as { contact: { id: string } };
    await sandbox.searchLag(location.id, 2_500);
    expect((await ghl('/conversations/', { contactId: contact.id })).status).toBe(201);
    await page.keyboard.press('c');
    await page.keyboard.type('late bloomer');
    await finder(page)
      .getByRole('option', { name: /Late Bloomer/ })
      .click();
    await expect(finder(page).getByText(/Opening the conversation with/)).toBeVisible();
    await expect(thread(page, 'Late Bloomer')).toBeVisible({ timeout: 15_000 });
    await expect(writingBox(page)).toBeFocused();
  });

  test('gets what they chose last, whatever answers first', async ({ page, location, sandbox }) => {
    await sandbox.faults(location.id, {
      operation: 'create-conversation',
      kind: 'delay',
      delayMs: 2_000,
      count: 1,
    });
    await page.keyboard.press('c');
    await page.keyboard.type('okafor');
    await finder(page)
      .getByRole('option', { name: /Amara Okafor/ })
      .click();
    await expect(finder(page).getByText(/Opening the conversation with/)).toBeVisible();
    const slow = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/conversations'),
    );
    await finder(page).getByRole('combobox').fill('Devon');
    await finder(page)
      .getByRole('option', { name: /Devon Pryce/ })
      .click();
    await expect(thread(page, 'Devon Pryce')).toBeVisible();
    await slow;
    await expect(finder(page)).toBeHidden();
    await expect(thread(page, 'Devon Pryce')).toBeVisible();
  });

  test('who closes the dialog stays where they were', async ({ page }) => {
    await listRows(page).first().focus();
    await page.keyboard.press('c');
    await expect(finder(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(finder(page)).toBeHidden();
    await expect(listRows(page).first()).toBeFocused();
    await expect(page).toHaveURL(/\/inbox$/);
  });
});

test.describe('when GoHighLevel fails', () => {
  test.use({ allowedErrors: [/50[0-9]|422|Failed to load resource/] });

  test('nothing is lost, and the next try works', async ({
    page,
    location,
    sandbox,
    signInAs,
    openInbox,
  }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
    await sandbox.faults(location.id, { operation: 'create-conversation', kind: 'respond', status: 500 });
    await page.keyboard.press('c');
    await page.keyboard.type('Ines Moreau ines@moreau.example');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('ines@moreau.example');
    await expect(finder(page).getByText('GoHighLevel finds nobody')).toBeVisible();
    await page.keyboard.press('Enter');
    await form(page).getByLabel('First name').fill('Ines');
    await page.keyboard.press('Enter');
    await expect(form(page).getByText(/Could not open the conversation with Ines/)).toBeVisible();
    await form(page).getByRole('button', { name: 'Open the conversation' }).click();
    await expect(thread(page, 'Ines')).toBeVisible();
    const made = (await sandbox.requests(location.id)).filter(
      ({ operation }) => operation === 'create-contact',
    );
    expect(made).toHaveLength(1);
  });

  test('a search that fails says so and can be repeated', async ({
    page,
    location,
    sandbox,
    signInAs,
    openInbox,
  }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
    await sandbox.faults(location.id, {
      operation: 'search-contacts-advanced',
      kind: 'respond',
      status: 503,
    });
    await page.keyboard.press('c');
    await page.keyboard.type('okafor');
    await expect(finder(page).getByText(/The search did not work/)).toBeVisible();
    await finder(page).getByRole('option', { name: 'Search again' }).click();
    await expect(finder(page).getByRole('option', { name: /Amara Okafor/ })).toBeVisible();
  });
});

test('a viewer is offered none of it, and the server refuses it too', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('viewer');
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'New conversation' })).toHaveCount(0);
  await page.keyboard.press('c');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(finder(page)).toHaveCount(0);
  const headers = ours(baseURL);
  const answers = [
    await page.request.get(`${apiPaths.contacts(location.id)}?q=amara`),
    await page.request.post(apiPaths.contacts(location.id), { data: { phone: '+12025550100' }, headers }),
    await page.request.post(apiPaths.conversations(location.id), { data: { contactId: 'x' }, headers }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([403, 403, 403]);
  const asked = (await sandbox.requests(location.id)).map(({ operation }) => operation);
  expect(asked).not.toContain('create-contact');
  expect(asked).not.toContain('create-conversation');
  expect(asked).not.toContain('search-contacts-advanced');
});

for (const theme of ['light', 'dark'] as const) {
  test(`finding and making somebody is accessible in the ${theme} theme, on a phone too`, async ({
    page,
    signInAs,
    openInbox,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.getByRole('button', { name: 'New conversation' }).click();
      await page.keyboard.type('okafor');
      await expect(finder(page).getByRole('option', { name: /Amara Okafor/ })).toBeVisible();
      await expectAccessible(page);
      await finder(page)
        .getByRole('option', { name: /New contact/ })
        .click();
      await expect(form(page)).toBeVisible();
      await form(page).getByRole('button', { name: 'Create and write' }).click();
      await expect(form(page).getByText(/without one nobody/)).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
      await expect(form(page)).toBeHidden();
    }
  });
}
