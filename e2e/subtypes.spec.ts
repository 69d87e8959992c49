import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import type { SandboxDriver } from './support/sandbox';

/** A refusal is a failed request, which the browser reports by itself. */
const refused = /Failed to load resource: the server responded with a status of (403|422)/;

const inUse = (page: Page) => page.getByRole('list', { name: 'Types in use' });
const row = (page: Page, name: string) => inUse(page).getByRole('listitem').filter({ hasText: name });
const form = (page: Page) => page.getByRole('dialog', { name: /type/ });

async function typeNamed(sandbox: SandboxDriver, locationId: string, name: string) {
  const { subtypes } = await sandbox.preferences(locationId);
  return subtypes.find((subtype) => subtype.name === name);
}

test.describe('an admin', () => {
  test.beforeEach(async ({ page, signInAs, location }) => {
    await signInAs('admin');
    await page.goto(paths.subtypes(location.id));
    await expect(row(page, 'Monthly newsletter')).toBeVisible();
  });

  test('sees every type with its channel and language, archived ones apart', async ({ page }) => {
    await expect(inUse(page).getByRole('listitem')).toHaveCount(4);
    await expect(row(page, 'Noticias del taller')).toContainText('Email · Spanish');
    await expect(row(page, 'Fitting reminders')).toContainText(
      'SMS · English · GoHighLevel gives no status per contact',
    );
    await expect(page.getByText('Bridal fair 2025')).toBeHidden();
    await page.getByRole('button', { name: 'Archived 1' }).click();
    await expect(page.getByRole('list', { name: 'Archived types' })).toContainText('Bridal fair 2025');
  });

  test('makes a type, and is told before that it cannot be undone', async ({ page, location, sandbox }) => {
    await page.getByRole('button', { name: 'New type' }).click();
    await expect(form(page)).toContainText('cannot be changed later, and a type cannot be deleted');
    await form(page).getByLabel('Name').fill('Trunk show dates');
    await form(page).getByLabel('Description').fill('Twice a year');
    await form(page).getByLabel('Channel').selectOption('SMS');
    await expect(form(page)).toContainText('no status per contact');
    await form(page).getByLabel('Language').selectOption('French');
    await form(page).getByRole('button', { name: 'Create type' }).click();
    await expect(form(page)).toBeHidden();
    await expect(row(page, 'Trunk show dates')).toContainText('SMS · French');
    await expect(page.getByRole('button', { name: 'New type' })).toBeFocused();
    expect(await typeNamed(sandbox, location.id, 'Trunk show dates')).toMatchObject({
      description: 'Twice a year',
      channel: 'sms',
      language: 'fr',
      archived: false,
    });
  });

  test('is told what is wrong before anything is sent', async ({ page, location, sandbox }) => {
    await page.getByRole('button', { name: 'New type' }).click();
    await form(page).getByRole('button', { name: 'Create type' }).click();
    await expect(form(page).getByLabel('Name')).toHaveAccessibleDescription(/Give it a name/);
    await expect(form(page).getByLabel('Name')).toBeFocused();
    await form(page).getByLabel('Name').fill('n'.repeat(95));
    await expect(form(page).getByText('95 of 100 characters')).toBeVisible();
    await form(page).getByLabel('Description').fill('d'.repeat(104));
    await expect(form(page).getByText('4 too many')).toBeVisible();
    await form(page).getByRole('button', { name: 'Create type' }).click();
    await expect(form(page).getByLabel('Description')).toHaveAccessibleDescription(/At most 100/);
    await expect(form(page).getByLabel('Description')).toHaveValue('d'.repeat(104));
    const calls = await sandbox.requests(location.id);
    expect(calls.filter(({ operation }) => operation === 'create-custom-subtype')).toEqual([]);
  });

  test('renames and describes a type, whose channel and language stay', async ({
    page,
    location,
    sandbox,
  }) => {
    const before = await typeNamed(sandbox, location.id, 'Noticias del taller');
    await row(page, 'Noticias').getByRole('button', { name: 'Edit' }).click();
    await expect(form(page)).toContainText('Email · Spanish');
    await expect(form(page).getByRole('combobox')).toHaveCount(0);
    await form(page).getByLabel('Name').fill('Noticias');
    await form(page).getByLabel('Description').fill('Cada mes');
    await form(page).getByRole('button', { name: 'Save changes' }).click();
    await expect(row(page, 'Noticias')).toContainText('Cada mes');
    expect(await typeNamed(sandbox, location.id, 'Noticias')).toMatchObject({
      id: before?.id,
      description: 'Cada mes',
      channel: 'email',
      language: 'es',
    });
  });

  test('archives a type after reading what that means, and restores it', async ({
    page,
    location,
    sandbox,
  }) => {
    const archivedFlag = async () => (await typeNamed(sandbox, location.id, 'Monthly newsletter'))?.archived;
    await row(page, 'Monthly newsletter').getByRole('button', { name: 'Archive' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('no longer offered');
    await page.keyboard.press('Escape');
    expect(await archivedFlag()).toBe(false);
    await row(page, 'Monthly newsletter').getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('button', { name: 'Archive type' }).click();
    await expect(row(page, 'Monthly newsletter')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Archived 2' })).toBeFocused();
    expect(await archivedFlag()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Restore Monthly newsletter' }).click();
    await expect(row(page, 'Monthly newsletter')).toBeVisible();
    expect(await archivedFlag()).toBe(false);
  });

  test('keeps a text that was closed by mistake', async ({ page }) => {
    await page.getByRole('button', { name: 'New type' }).click();
    await form(page).getByLabel('Name').fill('Half a thought');
    await page.keyboard.press('Escape');
    await expect(form(page)).toBeHidden();
    await page.getByRole('button', { name: 'New type' }).click();
    await expect(form(page).getByLabel('Name')).toHaveValue('Half a thought');
  });

  test.describe('whose answer is lost', () => {
    test.use({ allowedErrors: [/status of 502/] });

    for (const kind of ['reset-after', 'bad-json'] as const) {
      test(`has made one type and not two (${kind})`, async ({ page, location, sandbox }) => {
        await page.getByRole('button', { name: 'New type' }).click();
        await expect(form(page).getByLabel('Name')).toBeFocused();
        await page.keyboard.type('Trunk show dates');
        await sandbox.faults(location.id, { operation: 'create-custom-subtype', kind });
        await page.keyboard.press('Enter');
        await expect(page.getByText('"Trunk show dates" is made.')).toBeVisible();
        await expect(form(page)).toBeHidden();
        await expect(row(page, 'Trunk show dates')).toHaveCount(1);
      });
    }

    test('is told to look first where nothing was made', async ({ page, location, sandbox }) => {
      await page.getByRole('button', { name: 'New type' }).click();
      await form(page).getByLabel('Name').fill('Trunk show dates');
      await sandbox.faults(location.id, { operation: 'create-custom-subtype', kind: 'reset-before' });
      await form(page).getByRole('button', { name: 'Create type' }).click();
      await expect(form(page).getByRole('alert')).toContainText('look at the list first');
      await expect(form(page).getByLabel('Name')).toHaveValue('Trunk show dates');
    });
  });

  test.describe('refused by GoHighLevel', () => {
    test.use({ allowedErrors: [refused] });

    test('sees its words at the field, with the text still there', async ({ page, location, sandbox }) => {
      await page.getByRole('button', { name: 'New type' }).click();
      await form(page).getByLabel('Name').fill('monthly NEWSLETTER');
      await form(page).getByLabel('Description').fill('Again');
      await form(page).getByRole('button', { name: 'Create type' }).click();
      await expect(form(page).getByLabel('Name')).toHaveAccessibleDescription(
        /GoHighLevel says: A custom subtype with this name already exists/,
      );
      await expect(form(page).getByLabel('Name')).toBeFocused();
      await expect(form(page).getByLabel('Name')).toHaveValue('monthly NEWSLETTER');
      await sandbox.faults(location.id, {
        operation: 'create-custom-subtype',
        kind: 'respond',
        status: 422,
        body: { statusCode: 422, message: ['description must be shorter than or equal to 3 characters'] },
      });
      await form(page).getByLabel('Name').fill('Another');
      await form(page).getByRole('button', { name: 'Create type' }).click();
      await expect(form(page).getByLabel('Description')).toHaveAccessibleDescription(
        /shorter than or equal to 3/,
      );
      await expect(form(page).getByLabel('Description')).toHaveValue('Again');
      await form(page).getByRole('button', { name: 'Create type' }).click();
      await expect(row(page, 'Another')).toBeVisible();
    });

    test('learns that it takes an admin in GoHighLevel', async ({ page, location, sandbox }) => {
      await sandbox.orderPreferences(location.id, { role: '403' });
      await row(page, 'Monthly newsletter').getByRole('button', { name: 'Edit' }).click();
      await form(page).getByLabel('Name').fill('Weekly');
      await form(page).getByRole('button', { name: 'Save changes' }).click();
      await expect(form(page).getByRole('alert')).toContainText('agency or account admin');
      await expect(form(page).getByLabel('Name')).toHaveValue('Weekly');
      expect(await typeNamed(sandbox, location.id, 'Weekly')).toBeUndefined();
    });
  });
});

test.describe('where there are no types to show', () => {
  test.beforeEach(({ signInAs }) => signInAs('admin'));

  test('a location without any offers to make the first', async ({ page, sandbox }) => {
    const { id } = await sandbox.newLocation({ preset: 'empty' });
    await page.goto(paths.subtypes(id));
    await expect(page.getByText('No subscription types yet')).toBeVisible();
    await page.getByRole('button', { name: 'Make the first one' }).click();
    await form(page).getByLabel('Name').fill('News');
    await form(page).getByLabel('Name').press('Enter');
    await expect(row(page, 'News')).toBeVisible();
    await sandbox.deleteLocation(id);
  });

  for (const feature of ['404', '400'] as const) {
    test(`the feature is off (${feature}): said calmly, and looked at again`, async ({
      page,
      location,
      sandbox,
    }) => {
      await sandbox.orderPreferences(location.id, { feature });
      await page.goto(paths.subtypes(location.id));
      await expect(page.getByText('GoHighLevel does not offer subscription types here')).toBeVisible();
      await expect(page.getByText(/Preference Management.*Labs/)).toBeVisible();
      await expect(page.getByRole('button', { name: 'New type' })).toBeHidden();
      await expectAccessible(page);
    });
  }

  test('a token without an admin’s rights: what to do, and the way to the connection', async ({
    page,
    location,
    sandbox,
  }) => {
    await sandbox.orderPreferences(location.id, { role: '401', roleReach: 'all' });
    await page.goto(paths.subtypes(location.id));
    await expect(page.getByText('GoHighLevel keeps subscription types for admins')).toBeVisible();
    await page.getByRole('link', { name: 'Check the connection' }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.connection(location.id)}$`));
  });

  test.describe('because they could not be read', () => {
    test.use({ allowedErrors: [/Failed to load resource/] });

    test('a try again brings them', async ({ page, location, sandbox }) => {
      const fault = {
        operation: 'get-all-custom-subtypes',
        kind: 'respond',
        status: 500,
        count: 100,
      } as const;
      await sandbox.faults(location.id, fault);
      await page.goto(paths.subtypes(location.id));
      await expect(page.getByRole('alert').getByText(/could not be loaded/)).toBeVisible();
      await sandbox.clearFaults(location.id);
      await page.getByRole('button', { name: 'Retry' }).click();
      await expect(row(page, 'Monthly newsletter')).toBeVisible();
    });
  });
});

for (const who of ['agent', 'viewer'] as const) {
  test(`a person who is ${who} is refused by the page and by the server`, async ({
    page,
    location,
    sandbox,
    signInAs,
    baseURL,
  }) => {
    await signInAs(who);
    await page.goto(paths.subtypes(location.id));
    await expect(page.getByText('This page is for admins')).toBeVisible();
    const menu = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
    await expect(menu).toHaveText(['You', 'Snippets']);
    await expect(page.getByText('Monthly newsletter')).toHaveCount(0);
    const before = await sandbox.preferences(location.id);
    const headers = ours(baseURL);
    const type = { name: 'Mine', description: '', channel: 'email', language: 'en' };
    const id = before.subtypes[0]?.id ?? '';
    const answers = [
      await page.request.post(apiPaths.subtypes(location.id), { data: type, headers }),
      await page.request.patch(apiPaths.subtype(location.id, id), { data: { isArchived: true }, headers }),
    ];
    expect(answers.map((answer) => answer.status())).toEqual([403, 403]);
    expect(await sandbox.preferences(location.id)).toEqual(before);
  });
}

test('the server takes nothing that the form would not send', async ({
  page,
  location,
  sandbox,
  signInAs,
  baseURL,
}) => {
  await signInAs('admin');
  const headers = ours(baseURL);
  const good = { name: 'Good', description: '', channel: 'email', language: 'en' };
  const before = await sandbox.preferences(location.id);
  const bad: [object, string][] = [
    [{ ...good, name: '   ' }, 'name'],
    [{ ...good, name: 'x'.repeat(101) }, 'name'],
    [{ ...good, description: 'x'.repeat(101) }, 'description'],
    [{ ...good, channel: 'fax' }, 'channel'],
    [{ ...good, language: 'klingon' }, 'language'],
    [{ ...good, archived: true }, ''],
  ];
  for (const [data, field] of bad) {
    const answer = await page.request.post(apiPaths.subtypes(location.id), { data, headers });
    expect([answer.status(), await answer.json()]).toMatchObject([
      400,
      { error: { code: 'bad_request', ...(field ? { field } : {}) } },
    ]);
  }
  const id = before.subtypes[0]?.id ?? '';
  const patch = await page.request.patch(apiPaths.subtype(location.id, id), {
    data: { channel: 'sms' },
    headers,
  });
  expect(patch.status()).toBe(400);
  expect(await sandbox.preferences(location.id)).toEqual(before);
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    // Half faded in, nothing has its contrast yet.
    test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

    test('list, form and question are accessible', async ({ page, location, signInAs }) => {
      await signInAs('admin');
      await page.goto(paths.subtypes(location.id));
      await page.getByRole('button', { name: 'Archived 1' }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'New type' }).click();
      await form(page).getByRole('button', { name: 'Create type' }).click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(form(page)).toBeHidden();
      await row(page, 'Sample sale').getByRole('button', { name: 'Archive' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('nothing is wider than the page, and a type can be made', async ({ page, location, signInAs }) => {
    await signInAs('admin');
    await page.goto(paths.subtypes(location.id));
    await expect(row(page, 'Monthly newsletter')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'New type' }).tap();
    await form(page).getByLabel('Name').fill('إشعارات المعرض');
    await form(page).getByRole('button', { name: 'Create type' }).tap();
    await expect(row(page, 'إشعارات المعرض')).toBeVisible();
  });
});
