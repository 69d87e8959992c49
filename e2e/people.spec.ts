import type { APIRequestContext, Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';

// The people of one app are shared by all tests: each makes its own, and takes them away.
const password = 'correct horse battery';

test.use({ allowedErrors: [/40[0-9]/] });

type Team = { id: string; name: string; email: string; role: string }[];

/** A person of this test alone. */
function newcomer(name: string) {
  const id = crypto.randomUUID().slice(0, 8);
  return { name: `${name} ${id}`, email: `${name.toLowerCase()}-${id}@example.com` };
}

async function addByForm(
  page: Page,
  locationId: string,
  who: { name: string; email: string },
): Promise<string> {
  await page.goto(paths.team(locationId));
  await page.getByRole('button', { name: 'Add a person' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add a person' });
  await sheet.getByLabel('Name').fill(who.name);
  await sheet.getByLabel('Email').fill(who.email);
  await sheet.getByRole('button', { name: 'Add and make a link' }).click();
  return page.getByRole('dialog', { name: 'One-time link' }).getByLabel('Link').inputValue();
}

async function joinBy(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
}

const write = { 'sec-fetch-site': 'same-origin' };

async function teamOf(request: APIRequestContext, locationId: string): Promise<Team> {
  const answer = await request.get(apiPaths.people(locationId));
  return ((await answer.json()) as { people: Team }).people;
}

async function removeByEmail(page: Page, locationId: string, email: string): Promise<void> {
  const person = (await teamOf(page.request, locationId)).find((known) => known.email === email);
  if (person) await page.request.delete(apiPaths.person(locationId, person.id), { headers: write });
}

test('an admin adds an agent, who joins by the link, works, and is refused what is for admins', async ({
  page,
  browser,
  location,
  signInAs,
  baseURL,
}) => {
  const ana = newcomer('Ana');
  await signInAs('admin');
  const url = await addByForm(page, location.id, ana);
  expect(url).toContain(`${baseURL}/join#`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('listitem').filter({ hasText: ana.email });
  await expect(row).toContainText('Invited, link not used yet');

  const theirs = await browser.newContext({ baseURL });
  const tab = await theirs.newPage();
  const asked: string[] = [];
  theirs.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  await tab.goto(url);
  await expect(tab.getByText(`Mika Kaur invites you to ${location.name} as an agent`)).toBeVisible();
  await expect(tab.getByLabel('Email')).toHaveValue(ana.email);
  await expectAccessible(tab);
  await tab.getByLabel('Password', { exact: true }).fill('too short');
  await tab.getByRole('button', { name: 'Join' }).click();
  await expect(tab.getByText('Use 12 characters or more.')).toBeVisible();
  await expect(tab.getByLabel('Password', { exact: true })).toHaveValue('too short');
  await tab.getByLabel('Password', { exact: true }).fill(password);
  await tab.getByRole('button', { name: 'Show the password' }).click();
  await expect(tab.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text');
  await tab.getByRole('button', { name: 'Join' }).click();
  await expect(tab.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(tab).toHaveURL(new RegExp(`/l/${location.id}/inbox`));
  const token = new URL(url).hash.slice(1);
  expect(asked.filter((line) => line.includes(token) && !line.includes('/join#'))).toEqual([]);

  // By the page and by the server, whatever the menu shows.
  await tab.goto(paths.team(location.id));
  await expect(tab.getByText('This page is for admins')).toBeVisible();
  const menu = tab.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  await expect(menu).toHaveText(['You', 'Snippets']);
  for (const answer of [
    await theirs.request.get(apiPaths.people(location.id)),
    await theirs.request.get(apiPaths.connectionChecks(location.id)),
    await theirs.request.post(apiPaths.people(location.id), {
      headers: write,
      data: { ...newcomer('Eve'), role: 'admin', ghlUserId: null, grants: [] },
    }),
  ]) {
    expect(answer.status()).toBe(403);
  }

  // The link is used up, and says so.
  const late = await browser.newContext({ baseURL });
  const third = await late.newPage();
  await third.goto(url);
  await expect(third.getByText('This link was used already.')).toBeVisible();
  await expect(third.getByText(/ask the admin who gave you the link/)).toBeVisible();
  await late.close();

  await expect(row).toContainText('signed in with one browser', { timeout: 20_000 });
  await theirs.close();
  await removeByEmail(page, location.id, ana.email);
});

test('a changed role counts at the next request, an ended session ends, a removed person is out', async ({
  page,
  browser,
  location,
  signInAs,
  baseURL,
}) => {
  const ben = newcomer('Ben');
  await signInAs('admin');
  const url = await addByForm(page, location.id, ben);
  const theirs = await browser.newContext({ baseURL });
  const tab = await theirs.newPage();
  await joinBy(tab, url);
  const status = async (path: string) => (await theirs.request.get(path)).status();
  const team = apiPaths.people(location.id);
  expect(await status(team)).toBe(403);

  await page.goto(paths.team(location.id));
  const row = page.getByRole('listitem').filter({ hasText: ben.email });
  const act = async (item: string) => {
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await act('Change');
  const sheet = page.getByRole('dialog', { name: /^Change Ben/ });
  await sheet.getByLabel('Role').selectOption('admin');
  await sheet
    .getByLabel('User in GoHighLevel')
    .selectOption({ label: 'Priya Nair (priya@northloom.example)' });
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Admin');
  await expect(row).toContainText('In GoHighLevel: Priya Nair');
  expect(await status(team)).toBe(200);

  await act('Sign out everywhere');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(row).toContainText('signed out');
  expect(await status(apiPaths.session)).toBe(401);

  await tab.goto(paths.signIn);
  await tab.getByRole('button', { name: 'Sign in with an email and a password' }).click();
  await tab.getByLabel('Email').fill(ben.email);
  await tab.getByLabel('Password', { exact: true }).fill(password);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(tab.getByRole('heading', { name: 'Inbox' })).toBeVisible();

  await act('Remove from the team');
  await expect(page.getByText(/What they sent keeps their name/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(row).toHaveCount(0);
  expect(await status(apiPaths.session)).toBe(401);
  await theirs.close();
});

test('a link for a new password leaves the old one until it is used, then ends every session', async ({
  page,
  browser,
  location,
  signInAs,
  baseURL,
}) => {
  const cleo = newcomer('Cleo');
  await signInAs('admin');
  const theirs = await browser.newContext({ baseURL });
  const tab = await theirs.newPage();
  await joinBy(tab, await addByForm(page, location.id, cleo));

  await page.goto(paths.team(location.id));
  const row = page.getByRole('listitem').filter({ hasText: cleo.email });
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Link for a new password' }).click();
  await expect(page.getByText(/the old password works/)).toBeVisible();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const url = await page.getByRole('dialog', { name: 'One-time link' }).getByLabel('Link').inputValue();
  expect((await theirs.request.get(apiPaths.session)).status()).toBe(200);

  const elsewhere = await browser.newContext({ baseURL });
  const other = await elsewhere.newPage();
  await other.goto(url);
  await other.getByLabel('Password', { exact: true }).fill('another horse battery');
  await other.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(other.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect((await theirs.request.get(apiPaths.session)).status()).toBe(401);
  const signIn = (tried: string) =>
    theirs.request.post(apiPaths.session, {
      headers: write,
      data: { method: 'password', email: cleo.email, password: tried },
    });
  expect((await signIn(password)).status()).toBe(403);
  expect((await signIn('another horse battery')).status()).toBe(200);
  await theirs.close();
  await elsewhere.close();
  await removeByEmail(page, location.id, cleo.email);
});

test('the form keeps what was typed, and says beside the field what is wrong', async ({
  page,
  location,
  signInAs,
}) => {
  await signInAs('admin');
  await page.goto(paths.team(location.id));
  await page.getByRole('button', { name: 'Add a person' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add a person' });
  await sheet.getByRole('button', { name: 'Add and make a link' }).click();
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await expect(sheet.getByText('Give a name of 1 to 100 characters.')).toBeVisible();
  await sheet.getByLabel('Name').fill('Somebody');
  await sheet.getByLabel('Email').fill('no address');
  await sheet.getByRole('button', { name: 'Add and make a link' }).click();
  await expect(sheet.getByLabel('Email')).toBeFocused();
  await sheet.getByLabel('Email').fill('JONAS@northloom.example');
  await sheet.getByLabel('Role').selectOption('viewer');
  await sheet.getByRole('button', { name: 'Add and make a link' }).click();
  await expect(sheet.getByText('Somebody with this email is in the team already.')).toBeVisible();
  await expect(sheet.getByLabel('Email')).toHaveAccessibleDescription(/in the team already/);
  await expect(sheet.getByLabel('Name')).toHaveValue('Somebody');
  await expect(sheet.getByLabel('Role')).toHaveValue('viewer');
  await expectAccessible(page);
});

test('a sheet closed by mistake loses nothing, and a stray click does not take the link away', async ({
  page,
  location,
  signInAs,
}) => {
  const fay = newcomer('Fay');
  await signInAs('admin');
  await page.goto(paths.team(location.id));
  const add = page.getByRole('button', { name: 'Add a person' });
  await add.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Add a person' });
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await page.keyboard.type(fay.name);
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
  await add.press('Enter');
  await expect(sheet.getByLabel('Name')).toHaveValue(fay.name);
  await sheet.getByLabel('Email').fill('JONAS@northloom.example');
  await sheet.getByRole('button', { name: 'Add and make a link' }).press('Enter');
  await expect(sheet.getByLabel('Email')).toBeFocused();
  await sheet.getByLabel('Email').fill(fay.email);
  await page.keyboard.press('Enter');
  const made = page.getByRole('dialog', { name: 'One-time link' });
  await expect(made.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  await page.mouse.click(300, 700);
  await expect(made).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(add).toBeFocused();
  await removeByEmail(page, location.id, fay.email);
});

test('an admin who gives it up is asked first, and then stands before a closed door', async ({
  page,
  browser,
  location,
  signInAs,
  baseURL,
}) => {
  const gil = newcomer('Gil');
  await signInAs('admin');
  const made = await page.request.post(apiPaths.people(location.id), {
    headers: write,
    data: { ...gil, role: 'admin', ghlUserId: null, grants: [] },
  });
  const theirs = await browser.newContext({ baseURL });
  const tab = await theirs.newPage();
  await joinBy(tab, ((await made.json()) as { url: string }).url);
  await tab.goto(paths.team(location.id));
  await tab.getByRole('button', { name: `Actions for ${gil.name}` }).click();
  await tab.getByRole('menuitem', { name: 'Change' }).click();
  await tab.getByLabel('Role').selectOption('agent');
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('button', { name: 'Give it up' }).click();
  await expect(tab.getByText('This page is for admins')).toBeVisible();
  const menu = tab.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  await expect(menu).toHaveText(['You', 'Snippets']);
  await theirs.close();
  await removeByEmail(page, location.id, gil.email);
});

test('a person is added, changed and removed with the keyboard alone', async ({
  page,
  location,
  signInAs,
}) => {
  const dee = newcomer('Dee');
  await signInAs('admin');
  await page.goto(paths.team(location.id));
  await page.getByRole('button', { name: 'Add a person' }).press('Enter');
  await page.keyboard.press('Tab');
  const name = page.getByRole('dialog').getByLabel('Name');
  await name.focus();
  await page.keyboard.type(dee.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(dee.email);
  await page.keyboard.press('Enter');
  const link = page.getByRole('dialog', { name: 'One-time link' });
  await expect(link.getByRole('button', { name: 'Copy the link' })).toBeFocused();
  // While the form still slides away, Escape is its own.
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const row = page.getByRole('listitem').filter({ hasText: dee.email });
  await row.getByRole('button', { name: /^Actions for/ }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Change' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Remove from the team' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  // The row took its button away: the focus is at its neighbour.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(focused).toMatch(/^Actions for/);
});

test('a link that nobody made, and half a link, say so in plain words', async ({ page }) => {
  await page.goto(`${paths.join}#${'x'.repeat(32)}`);
  await expect(page.getByText('This link is not known here.')).toBeVisible();
  await expectAccessible(page);
  await page.goto('about:blank');
  await page.goto(paths.join);
  await expect(page.getByText(/a part of the link is missing/)).toBeVisible();
});

test('every act is in the answer of the right person alone: a viewer and a stranger get nothing', async ({
  page,
  request,
  location,
  signInAs,
}) => {
  await signInAs('viewer');
  const calls = [
    ['GET', apiPaths.people(location.id)],
    ['POST', apiPaths.people(location.id)],
    ['PATCH', apiPaths.person(location.id, 'jonas')],
    ['DELETE', apiPaths.person(location.id, 'jonas')],
    ['POST', apiPaths.personLink(location.id, 'jonas')],
    ['DELETE', apiPaths.personSessions(location.id, 'jonas')],
    ['GET', apiPaths.connectionChecks(location.id)],
  ] as const;
  for (const [method, path] of calls) {
    const options = { method, headers: write, ...(method === 'GET' ? {} : { data: {} }) };
    expect((await page.request.fetch(path, options)).status(), `${method} ${path} as a viewer`).toBe(403);
    expect((await request.fetch(path, options)).status(), `${method} ${path} as nobody`).toBe(401);
    const foreign = await page.request.fetch(path, {
      ...options,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status(), `${method} ${path} from another site`).toBe(403);
  }
});
