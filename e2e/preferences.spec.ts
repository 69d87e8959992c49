import type { Locator, Page } from 'playwright/test';
import { madeLinkSchema } from '@/lib/shared/contract/people';
import { apiPaths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { openConversation } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

const amara = 'amara@okafor.example';
const lucia = ['lucia.fernandez@correo.example', 'lucia@estudio-luz.example'] as const;
const marcus = 'marcus@tan.example';

const disclosure = (page: Page) => page.getByRole('button', { name: 'Email subscriptions' });
const typesOf = (page: Page, email: string) => page.getByRole('list', { name: email, exact: true });
const typeRow = (page: Page, email: string, name: string): Locator =>
  typesOf(page, email).getByRole('listitem').filter({ hasText: name });

async function openSubscriptions(page: Page, contact: string): Promise<void> {
  await openConversation(page, contact);
  await disclosure(page).click();
}

/** What the sandbox holds for an address: a name of a type and its status, for all that was ever said. */
async function said(
  sandbox: SandboxDriver,
  locationId: string,
  email: string,
): Promise<Record<string, string>> {
  const { choices, subtypes } = await sandbox.preferences(locationId);
  const nameOf = (type: string) => subtypes.find(({ id }) => id === type)?.name ?? type;
  return Object.fromEntries(
    choices.filter((choice) => choice.email === email).map(({ type, status }) => [nameOf(type), status]),
  );
}

const operationCount = async (sandbox: SandboxDriver, locationId: string, operation: string) =>
  (await sandbox.requests(locationId)).filter((request) => request.operation === operation).length;

test.describe('an agent', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('spends no call on them before they are opened, and finds them open the next time', async ({
    page,
    location,
    sandbox,
  }) => {
    const reads = () => operationCount(sandbox, location.id, 'get-contact-unsubscription-status');
    await openConversation(page, 'Amara Okafor');
    await expect(disclosure(page)).toHaveAttribute('aria-expanded', 'false');
    expect(await reads()).toBe(0);
    await disclosure(page).click();
    await expect(typeRow(page, amara, 'One on One')).toContainText('Subscribed');
    expect(await reads()).toBe(1);
    await page.reload();
    await expect(typeRow(page, amara, 'Sample sale invitations')).toContainText('Unsubscribed');
  });

  test('sees each address with each type', async ({ page }) => {
    await openSubscriptions(page, 'Lucía Fernández');
    for (const email of lucia) await expect(typesOf(page, email).getByRole('listitem')).toHaveCount(4);
    await expect(typesOf(page, lucia[0]).getByRole('listitem').first()).toContainText('One on One');
    await expect(typeRow(page, lucia[0], 'Sample sale')).toContainText('Subscribed');
    await expect(typeRow(page, lucia[1], 'Sample sale')).toContainText('Unsubscribed');
    await expect(
      page.getByText('Fitting reminders: for SMS types GoHighLevel gives no status'),
    ).toBeVisible();
  });

  test('unsubscribes one address from one type in one act, by the keyboard', async ({
    page,
    location,
    sandbox,
  }) => {
    await openSubscriptions(page, 'Lucía Fernández');
    const row = typeRow(page, lucia[0], 'Monthly newsletter');
    await row.getByRole('button', { name: 'Unsubscribe from Monthly newsletter' }).focus();
    await page.keyboard.press('Enter');
    await expect(row.getByRole('status')).toHaveText('Unsubscribed from Monthly newsletter.');
    await expect(row.getByRole('button')).toHaveCount(0);
    await expect(row).toBeFocused();
    expect(await said(sandbox, location.id, lucia[0])).toEqual({ 'Monthly newsletter': 'unsubscribed' });
    await expect(typeRow(page, lucia[1], 'Monthly newsletter')).toContainText('Subscribed');
  });

  test('unsubscribes from the one type that has no id', async ({ page, location, sandbox }) => {
    await openSubscriptions(page, 'Amara Okafor');
    await typeRow(page, amara, 'One on One').getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(typeRow(page, amara, 'One on One').getByText('Unsubscribed', { exact: true })).toBeVisible();
    expect(await said(sandbox, location.id, amara)).toEqual({
      'One on One': 'unsubscribed',
      'Sample sale invitations': 'unsubscribed',
    });
  });

  test('cannot take a no back, on the screen or past it', async ({ page, location, sandbox, baseURL }) => {
    await openSubscriptions(page, 'Marcus Tan');
    await expect(typeRow(page, marcus, 'One on One')).toContainText('Unsubscribed');
    await expect(page.getByRole('button', { name: /Resubscribe/ })).toHaveCount(0);
    await expect(page.getByText(/An admin can subscribe a contact again/)).toBeVisible();
    const before = await sandbox.preferences(location.id);
    const contactId = before.choices.find(({ email }) => email === marcus)?.contactId ?? '';
    const answer = await page.request.post(apiPaths.preferences(location.id, contactId), {
      data: {
        change: 'resubscribe',
        email: marcus,
        target: { kind: 'all' },
        legalReason: 'I think so',
        legalDescription: '',
      },
      headers: ours(baseURL),
    });
    expect([answer.status(), await answer.json()]).toMatchObject([403, { error: { code: 'forbidden' } }]);
    expect(await sandbox.preferences(location.id)).toEqual(before);
  });

  test('sees an archived type only where it was refused, and nothing to do about it', async ({ page }) => {
    await openSubscriptions(page, 'Camille Laurent');
    const row = typeRow(page, 'camille@laurent.example', 'Bridal fair 2025');
    await expect(row).toContainText('Archived');
    await expect(row).toContainText('Unsubscribed');
    await expect(row.getByRole('button')).toHaveCount(0);
  });

  test('is told what GoHighLevel does not say', async ({ page, location, sandbox }) => {
    await sandbox.orderPreferences(location.id, { shape: 'minimal' });
    await openSubscriptions(page, 'Marcus Tan');
    await expect(page.getByText('one status for the whole address: unsubscribed')).toBeVisible();
    await expect(typeRow(page, marcus, 'One on One')).toContainText('GoHighLevel gives no status');
  });

  test('is told that there is no address to write to', async ({ page }) => {
    await openSubscriptions(page, 'Søren');
    await expect(page.getByText('This contact has no email address.')).toBeVisible();
  });

  for (const [order, words] of [
    [{ feature: '404' }, 'GoHighLevel does not offer subscription types here'],
    [{ role: '403', roleReach: 'all' }, 'GoHighLevel keeps subscription types for admins'],
  ] as const) {
    test(`reads a quiet line instead: ${words}`, async ({ page, location, sandbox }) => {
      await sandbox.orderPreferences(location.id, order);
      await openSubscriptions(page, 'Amara Okafor');
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole('link', { name: 'Check the connection' })).toHaveCount(0);
    });
  }

  test.describe('when something breaks', () => {
    test.use({ allowedErrors: [/Failed to load resource/] });

    test('is not shown a status that GoHighLevel did not give', async ({ page, location, sandbox }) => {
      await openSubscriptions(page, 'Amara Okafor');
      const row = typeRow(page, amara, 'Monthly newsletter');
      await expect(row).toContainText('Subscribed');
      const change = { operation: 'user-subscription-change', kind: 'respond' } as const;
      await sandbox.faults(location.id, {
        ...change,
        status: 400,
        body: { status: 400, message: 'This contact is locked.' },
      });
      await row.getByRole('button', { name: 'Unsubscribe' }).click();
      await expect(row.getByRole('alert')).toContainText('GoHighLevel says: This contact is locked.');
      await expect(row.getByText('Subscribed', { exact: true })).toBeVisible();
      // Taken, but the statuses cannot be read again.
      await sandbox.faults(location.id, {
        operation: 'get-contact-unsubscription-status',
        kind: 'respond',
        status: 500,
        count: 100,
      });
      await row.getByRole('button', { name: 'Unsubscribe' }).click();
      await expect(row).toContainText('Changed, and not read again yet');
      await expect(page.getByText(/could not be read again just now/)).toBeVisible();
      await sandbox.clearFaults(location.id);
      await expect(row.getByText('Unsubscribed', { exact: true })).toBeVisible();
      expect(await operationCount(sandbox, location.id, 'user-subscription-change')).toBe(2);
    });

    test('sees what was done although its answer was lost', async ({ page, location, sandbox }) => {
      await openSubscriptions(page, 'Amara Okafor');
      const row = typeRow(page, amara, 'Monthly newsletter');
      await sandbox.faults(location.id, { operation: 'user-subscription-change', kind: 'reset-after' });
      await row.getByRole('button', { name: 'Unsubscribe' }).press('Enter');
      await expect(row.getByRole('status')).toHaveText('Unsubscribed from Monthly newsletter.');
      await expect(row.getByRole('alert')).toHaveCount(0);
      await expect(row).toBeFocused();
    });

    test('can try again to load them', async ({ page, location, sandbox }) => {
      await sandbox.faults(location.id, {
        operation: 'get-contact-unsubscription-status',
        kind: 'respond',
        status: 503,
        count: 100,
      });
      await openSubscriptions(page, 'Amara Okafor');
      await expect(page.getByText(/subscriptions could not be loaded/)).toBeVisible();
      await sandbox.clearFaults(location.id);
      await page.getByRole('button', { name: 'Retry' }).click();
      await expect(typeRow(page, amara, 'One on One')).toBeVisible();
    });
  });
});

test.describe('an admin', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('admin');
    await openInbox();
  });

  test('resubscribes with the legal reason, which GoHighLevel keeps', async ({ page, location, sandbox }) => {
    await openSubscriptions(page, 'Marcus Tan');
    const row = typeRow(page, marcus, 'Monthly newsletter');
    await row.getByRole('button', { name: 'Resubscribe' }).click();
    await expect(row.getByLabel('Legal reason')).toBeFocused();
    await row.getByRole('button', { name: 'Resubscribe', exact: true }).click();
    await expect(row.getByLabel('Legal reason')).toHaveAccessibleDescription(/Say why this is allowed/);
    expect((await sandbox.preferences(location.id)).legalForms).toEqual([]);
    await row.getByLabel('Legal reason').fill('Asked for it on the phone');
    await row.getByLabel('Details').fill('Called on 3 May');
    await row.getByRole('button', { name: 'Resubscribe', exact: true }).click();
    await expect(row.getByRole('status')).toHaveText('Subscribed to Monthly newsletter again.');
    expect(await said(sandbox, location.id, marcus)).toMatchObject({
      'Monthly newsletter': 'subscribed',
      'One on One': 'unsubscribed',
    });
    expect((await sandbox.preferences(location.id)).legalForms).toMatchObject([
      { email: marcus, reason: 'Asked for it on the phone', description: 'Called on 3 May' },
    ]);
  });

  test('resubscribes one address to all types at once', async ({ page, location, sandbox }) => {
    await openSubscriptions(page, 'Marcus Tan');
    const button = page.getByRole('button', { name: 'Resubscribe to all…' });
    const form = page.getByRole('form', { name: 'Resubscribe to all types' });
    await button.press('Enter');
    await form.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(button).toBeFocused();
    await button.press('Enter');
    await form.getByLabel('Legal reason').fill('Signed the consent form again');
    await form.getByRole('button', { name: 'Resubscribe' }).click();
    await expect(page.getByText('GoHighLevel took it.')).toBeVisible();
    await expect(typesOf(page, marcus).getByText('Subscribed', { exact: true })).toHaveCount(4);
    const statuses = Object.values(await said(sandbox, location.id, marcus));
    expect(statuses).toEqual(statuses.map(() => 'subscribed'));
    expect((await sandbox.preferences(location.id)).legalForms).toMatchObject([
      { type: 'all', reason: 'Signed the consent form again' },
    ]);
  });

  test('is shown the way to mend a token that may not', async ({ page, location, sandbox }) => {
    await sandbox.orderPreferences(location.id, { role: '401', roleReach: 'all' });
    await openSubscriptions(page, 'Amara Okafor');
    await expect(page.getByRole('link', { name: 'Check the connection' })).toBeVisible();
  });

  test.describe('refused by GoHighLevel', () => {
    test.use({ allowedErrors: [/status of 422/] });

    test('sees its words at the field, with the text still there', async ({ page, location, sandbox }) => {
      await openSubscriptions(page, 'Marcus Tan');
      const row = typeRow(page, marcus, 'One on One');
      await row.getByRole('button', { name: 'Resubscribe' }).click();
      await row.getByLabel('Legal reason').fill('They said so');
      await sandbox.faults(location.id, {
        operation: 'user-subscription-change',
        kind: 'respond',
        status: 422,
        body: { statusCode: 422, message: ['legal_reason must be longer than or equal to 20 characters'] },
      });
      await row.getByRole('button', { name: 'Resubscribe', exact: true }).click();
      await expect(row.getByLabel('Legal reason')).toHaveAccessibleDescription(
        /GoHighLevel says: legal_reason must be longer/,
      );
      await expect(row.getByLabel('Legal reason')).toHaveValue('They said so');
      await expect(row.getByText('Unsubscribed', { exact: true })).toBeVisible();
    });
  });
});

test('an agent whom an admin allowed it takes a no back', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  const headers = ours(baseURL);
  const email = `ana-${location.id.toLowerCase()}@northloom.example`;
  await signInAs('admin');
  const added = await page.request.post(apiPaths.people(location.id), {
    data: { name: 'Ana', email, role: 'agent', ghlUserId: null, grants: ['preference:resubscribe'] },
    headers,
  });
  const { url } = madeLinkSchema.parse(await added.json());
  const token = new URL(url).hash.slice(1);
  const joined = await page.request.post(apiPaths.join, {
    data: { token, password: 'four plain words here' },
    headers,
  });
  expect(joined.status(), await joined.text()).toBe(200);

  await openInbox();
  await openSubscriptions(page, 'Amara Okafor');
  const row = typeRow(page, amara, 'Sample sale invitations');
  await row.getByRole('button', { name: 'Resubscribe' }).click();
  await row.getByLabel('Legal reason').fill('Wrote that she wants them');
  await row.getByRole('button', { name: 'Resubscribe', exact: true }).click();
  await expect(row.getByText('Subscribed', { exact: true })).toBeVisible();
  expect(await said(sandbox, location.id, amara)).toEqual({ 'Sample sale invitations': 'subscribed' });
});

test('a viewer reads them, and is refused by the server', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
  baseURL,
}) => {
  await signInAs('viewer');
  await openInbox();
  await openSubscriptions(page, 'Amara Okafor');
  await expect(typeRow(page, amara, 'One on One')).toContainText('Subscribed');
  await expect(page.getByRole('button', { name: /ubscribe/ })).toHaveCount(0);
  await expect(page.getByText('Your role reads these only.')).toBeVisible();
  const before = await sandbox.preferences(location.id);
  const contactId = before.choices.find(({ email }) => email === amara)?.contactId ?? '';
  const answer = await page.request.post(apiPaths.preferences(location.id, contactId), {
    data: { change: 'unsubscribe', email: amara, target: { kind: 'default' } },
    headers: ours(baseURL),
  });
  expect(answer.status()).toBe(403);
  expect(await sandbox.preferences(location.id)).toEqual(before);
});

test('the server takes no change that is not one of this contact', async ({
  page,
  location,
  sandbox,
  signInAs,
  baseURL,
}) => {
  await signInAs('admin');
  const before = await sandbox.preferences(location.id);
  const contactId = before.choices.find(({ email }) => email === amara)?.contactId ?? '';
  const good = { change: 'unsubscribe', email: amara, target: { kind: 'default' } };
  const reason = { legalReason: 'Asked', legalDescription: '' };
  const bad = [
    { ...good, email: marcus },
    { ...good, email: '' },
    { ...good, target: { kind: 'all' } },
    { ...good, target: { kind: 'custom', subtypeId: '../x' } },
    { ...good, ...reason },
    { ...good, change: 'resubscribe' },
    { ...good, change: 'resubscribe', ...reason, legalReason: '  ' },
    { ...good, change: 'resubscribe', ...reason, legalReason: 'x'.repeat(301) },
  ];
  for (const data of bad) {
    const answer = await page.request.post(apiPaths.preferences(location.id, contactId), {
      data,
      headers: ours(baseURL),
    });
    expect([answer.status(), data]).toEqual([400, data]);
  }
  expect(await sandbox.preferences(location.id)).toEqual(before);
  expect(await operationCount(sandbox, location.id, 'user-subscription-change')).toBe(0);
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    // Half faded in, nothing has its contrast yet.
    test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

    test('statuses and the form of a resubscription are accessible', async ({
      page,
      signInAs,
      openInbox,
    }) => {
      await signInAs('admin');
      await openInbox();
      await openSubscriptions(page, 'Lucía Fernández');
      const row = typeRow(page, lucia[1], 'Sample sale');
      await row.getByRole('button', { name: 'Resubscribe' }).click();
      await row.getByRole('button', { name: 'Resubscribe', exact: true }).click();
      await expectAccessible(page);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('they stand in the sheet of the contact, and no wider than it', async ({
    page,
    signInAs,
    openInbox,
  }) => {
    await signInAs('agent');
    await openInbox();
    await openConversation(page, 'Amara Okafor');
    await page.getByRole('button', { name: 'Contact panel' }).tap();
    await disclosure(page).tap();
    const row = typeRow(page, amara, 'Monthly newsletter');
    await row.getByRole('button', { name: 'Unsubscribe' }).tap();
    await expect(row.getByRole('status')).toHaveText('Unsubscribed from Monthly newsletter.');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
