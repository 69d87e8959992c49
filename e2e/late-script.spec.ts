import { paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { findConversation, listRows } from './support/rows';

test.use({ allowedErrors: [/Failed to load resource|ChunkLoadError|Failed to load chunk/] });

test('a conversation opens although its script could not be had at first', async ({
  page,
  location,
  signInAs,
}) => {
  await signInAs('agent');
  const address = paths.inbox(location.id);
  const html = await (await page.request.get(address)).text();
  let isCut = true;
  // What the page itself names comes; what is fetched later is cut off for now.
  await page.route('**/_next/static/chunks/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (isCut && !html.includes(pathname)) await route.abort();
    else await route.continue();
  });
  await page.goto(address);
  await findConversation(page, 'Amara Okafor');
  await listRows(page).first().click();
  await expect(page).toHaveURL(/inbox\/[A-Za-z0-9]+/);
  isCut = false;
  await expect(page.getByRole('log')).toBeVisible();
});
