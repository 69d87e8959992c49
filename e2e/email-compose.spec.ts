import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { ours } from './support/headers';
import { openConversation } from './support/rows';
import type { SandboxDriver } from './support/sandbox';

const text = (page: Page) => page.getByRole('textbox', { name: 'Email text' });
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Formatting' });
const readers = (page: Page, line: 'Cc' | 'Bcc') => page.getByRole('combobox', { name: line, exact: true });

const sentBodies = async (sandbox: SandboxDriver, locationId: string) =>
  (await sandbox.accepted(locationId)).map(({ raw }) => raw as Record<string, unknown>);

async function newEmail(page: Page, contact = 'Amara Okafor', subject = 'Your gown') {
  await openConversation(page, contact);
  await page.getByRole('radio', { name: 'Email' }).click();
  await expect(tools(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
}

test.describe('an email', () => {
  test.beforeEach(async ({ signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
  });

  test('is written, formed and sent by keys alone, and comes back as it was after a reload', async ({
    page,
    location,
    sandbox,
  }) => {
    await newEmail(page);
    await text(page).focus();
    await page.keyboard.press('Control+B');
    await page.keyboard.type('Dear Amara');
    await page.keyboard.press('Control+B');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- gown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('veil');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+K');
    const dialog = page.getByRole('dialog', { name: 'Add a link' });
    await dialog.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Give an address such as')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Address' }).fill('northloom.example/care');
    await dialog.getByRole('textbox', { name: 'Text' }).fill('How to care for it');
    await page.keyboard.press('Enter');
    await expect(text(page)).toBeFocused();
    // Single keys write here, and choose nothing.
    await page.keyboard.type(' e');
    await expect(text(page).getByRole('listitem')).toHaveText(['gown', 'veil']);
    await page.reload();
    await expect(text(page).getByRole('strong')).toHaveText('Dear Amara');
    await expect(text(page).getByRole('link')).toHaveText('How to care for it');
    await text(page).focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(1);
    const html = String((await sentBodies(sandbox, location.id))[0]?.html);
    expect(html).toContain('<strong>Dear Amara</strong>');
    expect(html).toMatch(/<ul[^>]*><li><div dir="auto">gown<\/div><\/li><li><div dir="auto">veil/);
    expect(html).toContain('<a href="https://northloom.example/care"');
    await expect(text(page)).toHaveText('');
    await expect(text(page)).toBeFocused();
  });

  test('is formed by the toolbar, which says what is on', async ({ page }) => {
    await newEmail(page);
    await text(page).fill('Dear Amara');
    await text(page).press('Control+A');
    const bold = tools(page).getByRole('button', { name: 'Bold' });
    await bold.click();
    await expect(bold).toHaveAttribute('aria-pressed', 'true');
    await expect(text(page).getByRole('strong')).toHaveText('Dear Amara');
    // One stop for Tab, and the arrows go on from there.
    await bold.focus();
    await page.keyboard.press('ArrowRight');
    await expect(tools(page).getByRole('button', { name: 'Italic' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(text(page).getByRole('emphasis')).toHaveText('Dear Amara');
    await tools(page).getByRole('button', { name: 'Undo typing' }).click();
    await expect(text(page).getByRole('emphasis')).toHaveCount(0);
    await tools(page).getByRole('button', { name: 'Remove formatting' }).click();
    await expect(text(page).getByRole('strong')).toHaveCount(0);
  });

  test('finds readers by name, takes several at once, and says which is no address', async ({
    page,
    location,
    sandbox,
  }) => {
    await newEmail(page);
    await page.getByRole('button', { name: 'Cc Bcc' }).click();
    await expect(readers(page, 'Cc')).toBeFocused();
    await page.keyboard.type('devon');
    await expect(page.getByRole('option', { name: /Devon Pryce/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove devon.pryce@mail.example from Cc' })).toBeVisible();
    // Of the team, without asking GoHighLevel.
    await readers(page, 'Bcc').fill('priya');
    await page.getByRole('option', { name: /Team/ }).click();
    await expect(page.getByRole('button', { name: /^Remove priya.* from Bcc/ })).toBeVisible();
    await readers(page, 'Cc').evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '"Lind, Bo" <bo@lind.example>\nnobody; cy@x.example');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText('"nobody" is not an email address.')).toBeVisible();
    await text(page).fill('To all of you');
    await page.getByRole('button', { name: /^Email 5 people/ }).click();
    await expect(readers(page, 'Cc')).toBeFocused();
    expect(await sandbox.accepted(location.id)).toEqual([]);
    await page.getByRole('button', { name: 'Remove nobody from Cc' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Email 5 people/ }).click();
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(1);
    expect((await sentBodies(sandbox, location.id))[0]).toMatchObject({
      emailCc: ['devon.pryce@mail.example', 'bo@lind.example', 'cy@x.example'],
    });
  });

  test('goes to the address that was chosen, from the address that was chosen', async ({
    page,
    location,
    sandbox,
  }) => {
    await newEmail(page, 'Lucía Fernández');
    await page.getByRole('combobox', { name: 'To', exact: true }).selectOption('lucia@estudio-luz.example');
    await page.getByRole('button', { name: 'Cc Bcc From' }).click();
    const from = page.getByRole('combobox', { name: 'From', exact: true });
    await from.selectOption({ index: 1 });
    const chosen = await from.inputValue();
    await text(page).fill('Hola');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(1);
    expect(chosen).toMatch(/^Jonas Reyes <.+@.+>$/);
    expect((await sentBodies(sandbox, location.id))[0]).toMatchObject({
      emailTo: 'lucia@estudio-luz.example',
      emailFrom: chosen,
    });
  });

  test('has a type, and it is said before who has unsubscribed from it', async ({
    page,
    location,
    sandbox,
  }) => {
    await newEmail(page);
    await text(page).fill('Our sale');
    await page.getByRole('button', { name: 'Type of email' }).click();
    await page.getByRole('menuitemradio', { name: 'Sample sale invitations' }).click();
    await expect(
      page.getByText(/amara@okafor\.example has unsubscribed from “Sample sale invitations”/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Type of email' }).click();
    const other = page
      .getByRole('menuitemradio')
      .filter({ hasNotText: /One on One|Sample sale/ })
      .first();
    const name = (await other.textContent()) ?? '';
    await other.click();
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(1);
    const { subtypes } = await sandbox.preferences(location.id);
    const type = subtypes.find((one) => one.name === name);
    expect(type).toBeDefined();
    expect((await sentBodies(sandbox, location.id))[0]).toMatchObject({ customSubtypeId: type?.id });
  });

  test('fits a phone', async ({ page }) => {
    await newEmail(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Cc Bcc' }).click();
    await readers(page, 'Cc').fill('somebody-with-a-very-long-name@a-very-long-domain-name.example,');
    await text(page).fill('مرحبا\nHello');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});

test('an email ends with the signature of its writer, unless it is left out', async ({
  page,
  location,
  sandbox,
  baseURL,
  signInAs,
  openInbox,
}) => {
  // Settings of a person hold in every location: no other test writes emails as this one.
  await signInAs('priya');
  try {
    await page.goto(paths.mySettings(location.id));
    await expect(tools(page)).toBeVisible();
    await page.getByRole('textbox', { name: 'Signature' }).fill('Priya Nair\nNorthloom');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await expectAccessible(page);
    await openInbox();
    await newEmail(page);
    await expect(page.getByRole('region', { name: 'Your signature' })).toContainText('Northloom');
    await text(page).fill('One');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(1);
    expect((await sentBodies(sandbox, location.id))[0]?.html).toMatch(/One[\s\S]*Priya Nair[\s\S]*Northloom/);
    await page.getByRole('button', { name: 'Leave out the signature' }).click();
    await expect(text(page)).toBeFocused();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Second');
    await text(page).fill('Two');
    await page.getByRole('button', { name: /^Send email/ }).click();
    await expect.poll(async () => (await sentBodies(sandbox, location.id)).length).toBe(2);
    // It quotes the first one, with that one's signature.
    const [written] = String((await sentBodies(sandbox, location.id))[1]?.html).split('wrote:');
    expect(written).toContain('Two');
    expect(written).not.toContain('Priya Nair');
  } finally {
    await page.request.patch(apiPaths.mySettings, { data: { signature: null }, headers: ours(baseURL) });
  }
});
