import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';

test('a demo person comes in by one click, back to where they were going', async ({ page, location }) => {
  await page.goto(`${paths.inbox(location.id)}?status=unread`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole('button', { name: /Mika Kaur/ }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/l/${location.id}/inbox\\?status=unread$`));
  await expect(page.getByRole('listbox', { name: 'Conversations' })).toBeVisible();
});

test('all four demo people can be chosen', async ({ page }) => {
  await page.goto(paths.signIn);
  for (const name of [/Mika Kaur/, /Jonas Reyes/, /Priya Nair/, /Sam Doyle/]) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
});

test('signing out ends the session on the server, not only in the browser', async ({
  page,
  context,
  signInAs,
  openInbox,
  request,
  baseURL,
}) => {
  await signInAs('agent');
  await openInbox();
  const stolen = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const asThief = () => request.get(`${baseURL}${apiPaths.session}`, { headers: { cookie: stolen } });
  expect((await asThief()).status()).toBe(200);

  await page.getByRole('button', { name: /Account/ }).click();
  await page.getByRole('menuitem', { name: /Sign out/ }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await asThief()).status()).toBe(401);
});

test.describe('with a session that ended elsewhere', () => {
  test.use({ allowedErrors: [/401/] });

  test('the person signs in again and is back where they were', async ({
    page,
    location,
    signInAs,
    openInbox,
    context,
  }) => {
    await signInAs('agent');
    await openInbox();
    await expect(page.getByRole('option').first()).toBeVisible();
    await context.clearCookies();
    await expect(page).toHaveURL(/\/sign-in\?next=/, { timeout: 30_000 });
    await page.getByRole('button', { name: /Jonas Reyes/ }).click();
    await expect(page).toHaveURL(new RegExp(`/l/${location.id}/inbox`));
  });
});
