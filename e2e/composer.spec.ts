import { composer, sentBodies } from './support/composer';
import { expectAccessible } from './support/fixtures';
import { expect, test } from './support/own-app';
import { listRows, openConversation, smsBox } from './support/rows';

test.describe('an agent', () => {
  test.beforeEach(async ({ signInWith, openInbox }) => {
    await signInWith();
    await openInbox();
  });

  test('sees what a text message costs, and what makes it dearer', async ({ page }) => {
    await openConversation(page, 'Amara Okafor');
    const box = await smsBox(page);
    await box.fill('a'.repeat(283));
    await expect(composer(page).getByText('2 segments, 23 left')).toBeVisible();
    await box.fill('It’s ready');
    await expect(composer(page).getByText(/Because of ’ a segment holds 70/)).toBeVisible();
    await composer(page).getByRole('button', { name: 'Use plain signs' }).click();
    await expect(box).toHaveValue("It's ready");
    await expect(box).toBeFocused();
    await expect(composer(page).getByText('1 segment, 150 left')).toBeVisible();
    await box.fill('It’s a gown 👗');
    await expect(composer(page).getByText(/Because of ’ 👗/)).toBeVisible();
    await expect(composer(page).getByRole('button', { name: 'Use plain signs' })).toBeHidden();
  });

  test('sends and goes on to the next conversation by one key', async ({ page, location, sandbox }) => {
    const first = listRows(page).first();
    await first.click();
    await expect(page.getByRole('log')).toBeVisible();
    const address = page.url();
    await page.keyboard.press('r');
    await page.keyboard.type('Done with this.');
    await page.keyboard.press('Control+Shift+Enter');
    await expect.poll(() => page.url()).not.toBe(address);
    await expect(page.getByText(/^Marked .* as done/)).toBeVisible();
    await expect(listRows(page).first()).toBeFocused();
    const [body] = await sentBodies(sandbox, location.id);
    expect(JSON.stringify(body)).toContain('Done with this.');
    // One undo brings the conversation back; what was sent has an undo of its own.
    await page.keyboard.press('z');
    await expect.poll(() => page.url()).toBe(address);
  });

  test('goes through the composer by Tab in the order in which it is read', async ({ page }) => {
    await openConversation(page, 'Devon Pryce');
    await composer(page).getByRole('combobox', { name: 'To' }).focus();
    await page.keyboard.press('Tab');
    await expect(composer(page).getByRole('combobox', { name: 'From' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(composer(page).getByRole('textbox', { name: 'Text message' })).toBeFocused();
  });

  test('writes on at once after Esc has closed a menu', async ({ page }) => {
    await openConversation(page, 'Devon Pryce');
    await composer(page)
      .getByRole('button', { name: /More channels/ })
      .click();
    await expect(page.getByRole('menu')).toBeVisible();
    // As fast as the keys can come: the menu has not given the focus back by then.
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Control+/')]);
    await expect(composer(page).getByRole('textbox', { name: 'Internal comment' })).toBeFocused();
    await page.keyboard.type('@');
    await expect(page.getByRole('listbox', { name: 'People to mention' })).toBeVisible();
  });

  test('comes to the text by R and leaves it by Esc, with the draft kept', async ({ page }) => {
    await openConversation(page, 'Amara Okafor');
    await page.getByRole('log').focus();
    await page.keyboard.press('r');
    await page.keyboard.type('Half a thought');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('log')).toBeFocused();
    await expect(composer(page).getByText('Half a thought')).toBeVisible();
  });
});

const modes = [
  ['Amara Okafor', 'text message and email'],
  ['Deborah Lindgren', 'a closed channel'],
  ['Oleksandr Shevchenko-Wielkopolski', 'a template'],
  ['Gwendolyn Achterberg', 'a review'],
  ['Bridesmaids of Talia', 'a group'],
  ['Devon Pryce', 'several numbers'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });
    test('the composer is accessible in every mode', async ({ page, signInWith, openInbox }) => {
      test.slow();
      await signInWith();
      await openInbox();
      for (const [name] of modes) {
        await openConversation(page, name);
        await expect(composer(page)).toBeVisible();
        await expectAccessible(page);
      }
      await composer(page)
        .getByRole('button', { name: /More channels/ })
        .click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+/');
      await page.keyboard.type('@');
      await expect(page.getByRole('listbox', { name: 'People to mention' })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

for (const { width, size } of [
  { width: 390, size: 100 },
  { width: 320, size: 100 },
  { width: 390, size: 200 },
]) {
  test.describe(`at ${width} px and ${size} % text`, () => {
    test.use({ viewport: { width, height: 844 }, hasTouch: true });
    test('everything fits, and the text has room', async ({
      page,
      signInWith,
      openInbox,
      sandbox,
      location,
    }) => {
      await signInWith();
      await openInbox();
      for (const [name] of modes) {
        await openConversation(page, name);
        await expect(composer(page)).toBeVisible();
        await page.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`;
        }, size);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const outside = await composer(page)
          .getByRole('button')
          .evaluateAll(
            (buttons, max) =>
              buttons
                .map((button) => button.getBoundingClientRect())
                .filter(({ width: own, right, left }) => own > 0 && (right > max || left < 0)).length,
            width,
          );
        expect(outside).toBe(0);
        await page.goBack();
      }
      expect(await sandbox.accepted(location.id)).toEqual([]);
    });
  });
}
