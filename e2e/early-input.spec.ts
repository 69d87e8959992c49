import type { Page } from 'playwright/test';
import { paths } from '@/lib/shared/paths';
import { composer } from './support/composer';
import { expect, test } from './support/own-app';
import { listRows, smsBox } from './support/rows';

/** The page as it is before any of its scripts has come, and the way to let them come. */
async function openWithoutScript(page: Page, path: string): Promise<() => Promise<void>> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return async () => {
    release();
    await page.waitForLoadState('load');
  };
}

async function addressOfAmara(page: Page, openInbox: () => Promise<void>): Promise<string> {
  await openInbox();
  await listRows(page).filter({ hasText: 'Amara Okafor' }).click();
  await expect(await smsBox(page)).toBeVisible();
  return page.url();
}

test.describe('before the script of the page is there,', () => {
  test('what is pressed is done once it is', async ({ page, signInWith, location }) => {
    await signInWith();
    const letScriptsCome = await openWithoutScript(page, paths.inbox(location.id));
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.getByRole('group', { name: 'Assigned to' })).toBeHidden();
    await letScriptsCome();
    await expect(page.getByRole('group', { name: 'Assigned to' })).toBeVisible();
  });

  test('a menu is opened', async ({ page, signInWith, location }) => {
    await signInWith();
    const letScriptsCome = await openWithoutScript(page, paths.inbox(location.id));
    await page.getByRole('button', { name: 'More views' }).click();
    await letScriptsCome();
    await expect(page.getByRole('menu')).toBeVisible();
  });

  test('keys are kept in their order', async ({ page, signInWith, location }) => {
    await signInWith();
    const letScriptsCome = await openWithoutScript(page, paths.inbox(location.id));
    await expect(listRows(page).first()).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await letScriptsCome();
    await expect(listRows(page).nth(1)).toBeFocused();
    await expect(page.getByText('1 selected').first()).toBeVisible();
  });

  test('a text is written on, and kept', async ({ page, signInWith, openInbox }) => {
    await signInWith();
    const letScriptsCome = await openWithoutScript(page, await addressOfAmara(page, openInbox));
    const box = composer(page).getByRole('textbox', { name: 'Text message' });
    await box.click();
    await page.keyboard.type('Thursday at');
    await letScriptsCome();
    await page.keyboard.type(' ten?');
    await expect(box).toHaveValue('Thursday at ten?');
    await expect(composer(page).getByText('1 segment, 144 left')).toBeVisible();
    await page.reload();
    await expect(box).toHaveValue('Thursday at ten?');
    const again = await openWithoutScript(page, page.url());
    await box.fill('And bring the shoes.');
    await again();
    await expect(box).toHaveValue('Thursday at ten? And bring the shoes.');
  });

  test('a demo person is chosen', async ({ page }) => {
    const letScriptsCome = await openWithoutScript(page, paths.signIn);
    await page.getByRole('button', { name: /Jonas Reyes/ }).click();
    await letScriptsCome();
    await expect(page).toHaveURL(/inbox/);
  });

  test('nothing that can be pressed is drawn anew by it', async ({ page, signInWith, openInbox }) => {
    await signInWith();
    const letScriptsCome = await openWithoutScript(page, await addressOfAmara(page, openInbox));
    await expect(listRows(page).first()).toBeVisible();
    await expect(composer(page)).toBeVisible();
    const roles = ['button', 'link', 'textbox', 'searchbox', 'option', 'tab', 'radio', 'combobox'] as const;
    const all = (await Promise.all(roles.map((role) => page.getByRole(role).all()))).flat();
    const shown = await Promise.all(all.map((locator) => locator.boundingBox()));
    // The server draws more rows than the window may show.
    const handles = await Promise.all(
      all.filter((_, index) => (shown[index]?.y ?? 800) < 720).map((locator) => locator.elementHandle()),
    );
    expect(handles.length).toBeGreaterThan(30);
    await letScriptsCome();
    await expect(page.getByRole('log').getByText('Could we move the fitting to Thursday?')).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    const replaced: string[] = [];
    for (const handle of handles) {
      const gone = await handle?.evaluate((element) =>
        element.isConnected ? null : `${element.textContent} ${element}`,
      );
      if (gone) replaced.push(gone);
    }
    expect(replaced).toEqual([]);
  });
});
