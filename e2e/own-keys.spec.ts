import { expectAccessible } from './support/fixtures';
import { expect, test } from './support/own-app';
import { conversationIdOf, listRows } from './support/rows';

test('? shows every key, and the switch there turns them off', async ({ page, signInWith, openInbox }) => {
  await signInWith();
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next conversation')).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole('switch', { name: /^Shortcuts/ }).click();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.getByRole('searchbox').blur();
  await page.keyboard.press('j');
  await page.keyboard.press('?');
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'All commands' });
  await expect(palette).toBeVisible();
  await expect(page).toHaveURL(/\/inbox$/);
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await sheet.getByRole('switch', { name: /^Shortcuts/ }).click();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('j');
  await expect(listRows(page).first()).toBeFocused();
});

test('the palette changes how Parley works for the person: the theme, and what follows done', async ({
  page,
  signInWith,
  openInbox,
}) => {
  await signInWith();
  await openInbox();
  await expect(listRows(page).first()).toBeVisible();
  const choose = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: 'All commands' })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  const background = () => page.evaluate(() => getComputedStyle(document.body).colorScheme);
  await choose('theme dark');
  await expect.poll(background).toBe('dark');
  await choose('theme light');
  await expect.poll(background).toBe('light');

  const [first, second] = await Promise.all(
    [0, 1].map((index) => conversationIdOf(listRows(page).nth(index))),
  );
  await choose('after done list');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/inbox/${first}$`));
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/inbox$/);
  await expect.poll(() => conversationIdOf(listRows(page).first())).toBe(second);

  await choose('after done stay');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/inbox/${second}$`));
  await page.keyboard.press('e');
  await expect(page.getByText(/^Done by Jonas Reyes/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/inbox/${second}$`));
});
