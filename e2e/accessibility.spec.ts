import { paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { listRows, openConversation } from './support/rows';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('the sign-in is accessible', async ({ page }) => {
      await page.goto(paths.signIn);
      await expect(page.getByRole('button', { name: /Mika Kaur/ })).toBeVisible();
      await expectAccessible(page);
    });

    test('the list, its filters, a thread and the composer are accessible', async ({
      page,
      signInAs,
      openInbox,
    }) => {
      await signInAs('agent');
      await openInbox();
      await expect(listRows(page).first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      for (const name of ['Amara Okafor', 'Lucía Fernández']) {
        await openConversation(page, name);
        await expect(page.getByRole('log')).toContainText(/\w/);
        await expectAccessible(page);
      }
      await page.getByRole('searchbox').fill('nobody at all');
      await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test('landmarks and headings are in order, under the sheet of keys and with a menu open too', async ({
  page,
  signInAs,
  openInbox,
}) => {
  await signInAs('agent');
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  await expectAccessible(page, ['best-practice']);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /Snooze/ })).toBeVisible();
  await expectAccessible(page, ['best-practice']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More views' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Done' })).toBeVisible();
  await expectAccessible(page, ['best-practice']);
  await page.keyboard.press('Escape');
  await page.getByRole('log').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Down the list')).toBeVisible();
  await expectAccessible(page, ['best-practice']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('list and thread take turns, and both are accessible', async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).first()).toBeVisible();
    await expectAccessible(page);
    await listRows(page).first().tap();
    await expect(page.getByRole('log')).toBeVisible();
    await expect(listRows(page).first()).toBeHidden();
    await expectAccessible(page, ['best-practice']);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect(listRows(page).first()).toBeVisible();
  });
});
