import { composer, sentBodies } from './support/composer';
import { expect, test } from './support/own-app';
import { openConversation } from './support/rows';

test.beforeEach(async ({ signInWith, openInbox, page }) => {
  await signInWith();
  await openInbox();
  await openConversation(page, 'Amara Okafor');
});

test('a comment mentions a colleague by keyboard alone, in the form of GoHighLevel', async ({
  page,
  location,
  sandbox,
}) => {
  await page.getByRole('log').focus();
  await page.keyboard.press('n');
  const box = composer(page).getByRole('textbox', { name: 'Internal comment' });
  await expect(box).toBeFocused();
  await expect(composer(page).getByText('Only the team sees this')).toBeVisible();
  await page.keyboard.type('Ask @pri');
  const people = page.getByRole('listbox', { name: 'People to mention' });
  await expect(people.getByRole('option', { name: /Priya Nair/ })).toHaveAttribute('aria-selected', 'true');
  // Enter picks, and sends nothing.
  await page.keyboard.press('Enter');
  await expect(people).toBeHidden();
  await expect(box).toHaveValue('Ask @Priya Nair ');
  await page.keyboard.type('about the lace');
  await page.keyboard.press('Control+Enter');
  const [body] = await sentBodies(sandbox, location.id);
  expect(body).toMatchObject({
    type: 'InternalComment',
    message: expect.stringMatching(/^Ask @Priya Nair<userId>\w+<\/userId> about the lace$/),
    mentions: [expect.any(String)],
  });
});

test('Esc puts the list away first, then leaves, and the draft stays', async ({ page }) => {
  await page.getByRole('log').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('@');
  const people = page.getByRole('listbox', { name: 'People to mention' });
  await page.keyboard.press('ArrowDown');
  await expect(people.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(people).toBeHidden();
  const box = composer(page).getByRole('textbox', { name: 'Internal comment' });
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('log')).toBeFocused();
  await expect(box).toHaveValue('@');
});

test('one key goes from the reply to a comment and back, and each keeps its own text', async ({ page }) => {
  await page.getByRole('log').focus();
  await page.keyboard.press('r');
  await page.keyboard.press('Control+/');
  const comment = composer(page).getByRole('textbox', { name: 'Internal comment' });
  await expect(comment).toBeFocused();
  await page.keyboard.type('For the team');
  await page.keyboard.press('Control+/');
  await expect(comment).toBeHidden();
  await expect(composer(page).getByText('For the team')).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expect(comment).toHaveValue('For the team');
});

test('a colleague is picked by a click too, and the text keeps the focus', async ({ page }) => {
  await page.getByRole('log').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('@pr');
  await page.getByRole('option', { name: /Priya Nair/ }).click();
  const box = composer(page).getByRole('textbox', { name: 'Internal comment' });
  await expect(box).toHaveValue('@Priya Nair ');
  await expect(box).toBeFocused();
  await expect(page.getByRole('listbox', { name: 'People to mention' })).toBeHidden();
});
