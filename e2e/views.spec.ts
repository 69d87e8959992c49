import type { Page } from 'playwright/test';
import { conversationPageSchema } from '@/lib/shared/contract/conversation';
import { viewCountsSchema } from '@/lib/shared/contract/triage';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { chooseView, conversationIdOf, listRows as rows, rowTimes } from './support/rows';

/** The list is read again every 15 s, and what is new in GHL is looked at every 10 s. */
const freshMs = 45_000;

async function totalOf(page: Page, locationId: string, search: string): Promise<number> {
  const answer = await page.request.get(`${apiPaths.conversations(locationId)}?${search}`);
  expect(answer.status(), await answer.text()).toBe(200);
  return conversationPageSchema.parse(await answer.json()).total;
}

test.describe('an agent', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('agent'));

  test('goes from view to view by tab, by key and by menu', async ({ page, openInbox }) => {
    const tab = (name: string) => page.getByRole('tab', { name, selected: true });
    await openInbox();
    await expect(tab('Open')).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('2');
    await expect(page).toHaveURL(/\?view=waiting$/);
    await expect(tab('Waiting')).toBeVisible();
    await page.keyboard.press(']');
    await expect(tab('Mine')).toBeVisible();
    // Faster than the address follows.
    for (const key of ['[', '[', '[']) await page.keyboard.press(key);
    await expect(tab('Scheduled')).toBeVisible();
    for (const key of [']', ']', ']', '[']) await page.keyboard.press(key);
    await expect(tab('Waiting')).toBeVisible();
    await expect(page).toHaveURL(/\?view=waiting$/);
    await page.keyboard.press('1');
    await expect(page).toHaveURL(/\/inbox$/);
    await chooseView(page, 'Starred');
    await expect(tab('Starred')).toBeVisible();
    await expect(rows(page).first()).toContainText('starred');
    await page.getByRole('tab', { name: 'Waiting' }).click();
    await expect(tab('Waiting')).toBeVisible();
    await page.getByRole('searchbox').fill('2');
    await expect(tab('Waiting')).toBeVisible();
    await expect(page).toHaveURL(/q=2/);
  });

  test('sees how much each view holds, exactly where GoHighLevel shows them all at once', async ({
    page,
    location,
    openInbox,
  }) => {
    await openInbox();
    const everything = await totalOf(page, location.id, 'view=all');
    await expect(page.getByRole('tab', { name: `Open ${everything}` })).toBeVisible();
    await rows(page).first().focus();
    await page.keyboard.press('e');
    await expect(page.getByRole('tab', { name: `Open ${everything - 1}`, exact: true })).toBeVisible();
    const answer = await page.request.get(apiPaths.viewCounts(location.id));
    expect(viewCountsSchema.parse(await answer.json()).done).toEqual({ count: 1, isAtLeast: false });
  });

  test('finds in Done who closed it, and in Snoozed until when, beside what was there', async ({
    page,
    openInbox,
  }) => {
    await openInbox();
    await page.getByRole('searchbox').fill('Devon Pryce');
    await expect(rows(page)).toHaveCount(1);
    await rows(page).first().focus();
    await page.keyboard.press('e');
    await expect(page.getByText('No open conversations for “Devon Pryce”')).toBeVisible();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await chooseView(page, 'Done');
    const row = rows(page).filter({ hasText: 'Devon Pryce' });
    await expect(row).toContainText(/done by Jonas, /);
    await expect(row).toContainText('Team: ');
    await row.focus();
    await page.keyboard.press('h');
    await page.getByRole('combobox').fill('tomorrow 9:00');
    await page.keyboard.press('Enter');
    await chooseView(page, 'Snoozed');
    await expect(row).toContainText(/snoozed until tomorrow 9:00/);
  });

  test('sees who waits, the longest first, and loses them with an answer', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    await openInbox();
    const answered = rows(page).filter({ hasText: 'Bright Smile Dental' });
    const id = await conversationIdOf(answered);
    await page.keyboard.press('2');
    await expect(rows(page).first()).toContainText(/Waits (at least )?\d+ days/);
    const times = await rowTimes(page);
    expect(times.length).toBeGreaterThan(5);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    await expect(answered).toHaveCount(0);

    await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'Is anybody there?' });
    await page.getByRole('searchbox').fill('Bright Smile');
    await expect(answered).toContainText(/Waits (just now|\d+ min)/, { timeout: freshMs });
    await sandbox.outbound(location.id, { conversationId: id, type: 'SMS', body: 'Yes', source: 'app' });
    await expect(page.getByText('No conversations waiting for an answer for “Bright Smile”')).toBeVisible({
      timeout: freshMs,
    });
  });

  test('is told that Waiting ends somewhere, and can go on', async ({ page, openInbox }) => {
    await openInbox();
    await page.keyboard.press('2');
    await expect(page.getByText('Older than 60 days is not shown')).toBeVisible();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page).toHaveURL(/reach=all/);
    await expect(page.getByText('Older than 60 days is not shown')).toBeHidden();
    await page.getByRole('button', { name: 'Remove filter: Older than 60 days too' }).click();
    await expect(page).toHaveURL(/\?view=waiting$/);
  });

  test('is led on from a view that is empty', async ({ page, location }) => {
    await page.goto(`${paths.inbox(location.id)}?view=snoozed`);
    await expect(page.getByText('Nothing is snoozed')).toBeVisible();
    await expect(page.getByText(/Waiting has (at least )?\d+\./)).toBeVisible();
    await page.getByRole('button', { name: 'Go to Waiting' }).click();
    await expect(rows(page).first()).toContainText('Waits');
  });

  test('filters by several channels, people and tags at once', async ({ page, location, openInbox }) => {
    const count = (search: string) => totalOf(page, location.id, search);
    await openInbox();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const channels = page.getByRole('group', { name: 'Channel of the last message' });
    await channels.getByRole('checkbox', { name: 'SMS', exact: true }).check();
    await channels.getByRole('checkbox', { name: 'Email', exact: true }).check();
    const both = (await count('channel=sms')) + (await count('channel=email'));
    await expect(page.getByText(`${both} found`)).toBeVisible();
    await expect(page).toHaveURL(/\?channel=email,sms$/);
    await page
      .getByRole('group', { name: 'Assigned to' })
      .getByRole('checkbox', { name: 'Me', exact: true })
      .check();
    await page
      .getByRole('group', { name: 'Assigned to' })
      .getByRole('checkbox', { name: 'Unassigned' })
      .check();
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('button', { name: 'Last message: SMS, Email', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Assigned to me, nobody', exact: true })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await expect(rows(page).filter({ hasNotText: /SMS: |Email/ })).toHaveCount(0);
    const owner = page.getByRole('img', { name: /Assigned to (Mika|Priya)/ });
    await expect(rows(page).filter({ has: owner })).toHaveCount(0);
    const times = await rowTimes(page);
    expect(times).toEqual(times.toSorted((one, other) => other - one));

    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(page.getByText(/GoHighLevel cannot search by tag: Parley looks through/)).toBeVisible();
    const tags = page.getByRole('group', { name: 'Tags of the contact' });
    await tags.getByRole('textbox').fill('groom');
    await tags.getByRole('checkbox', { name: 'groom', exact: true }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Tagged groom', exact: true })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await expect(rows(page).filter({ hasNotText: /Tags: .*groom/ })).toHaveCount(0);
  });

  test('decides whether a long search by tag goes on', async ({ page, sandbox }) => {
    const location = await sandbox.newLocation({ conversations: 900 });
    try {
      await page.goto(`${paths.inbox(location.id)}?tags=partner`);
      const more = page.getByRole('button', { name: 'Continue' });
      await expect(page.getByText(/\d+ shown so far\. The rest has to be looked through\./)).toBeVisible();
      const before = Number(await rows(page).first().getAttribute('aria-setsize'));
      await expect(async () => {
        if (await more.isVisible()) await more.click({ timeout: 1000 });
        await expect(page.getByText(/That is all/)).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 40_000 });
      expect(await rows(page).count()).toBeGreaterThanOrEqual(before);
      await expect(rows(page).filter({ hasNotText: /Tags: .*partner/ })).toHaveCount(0);
    } finally {
      await sandbox.deleteLocation(location.id);
    }
  });

  test('is told what of an address makes no sense in its view', async ({ page, location }) => {
    await page.goto(`${paths.inbox(location.id)}?view=mine&assigned=somebody&channel=sms,pigeon`);
    await expect(
      page.getByText(/Left out of the address.*(channel, assigned|assigned, channel)/),
    ).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Mine', selected: true })).toBeVisible();
  });

  test('comes back to the place in the list, after a reload and from the settings', async ({
    page,
    sandbox,
  }) => {
    const location = await sandbox.newLocation({ conversations: 400 });
    try {
      await page.goto(paths.inbox(location.id));
      await rows(page).first().focus();
      await expect(async () => {
        await page.keyboard.press('PageDown');
        await expect(rows(page).last()).toHaveAttribute('aria-posinset', /^1[5-9]\d$/, { timeout: 100 });
      }).toPass({ timeout: 30_000, intervals: [100] });
      const inView = async () => {
        const height = page.viewportSize()?.height ?? 0;
        const boxes = await rows(page).evaluateAll((elements) =>
          elements.map((row) => ({ name: row.getAttribute('href'), y: row.getBoundingClientRect().y })),
        );
        return boxes.filter(({ y }) => y >= 200 && y < height);
      };
      await expect.poll(async () => (await inView()).length).toBeGreaterThan(5);
      const before = await inView();
      await page.reload();
      await expect.poll(inView).toEqual(before);
      await page.getByRole('link', { name: 'Settings' }).first().click();
      await expect(page).toHaveURL(/settings/);
      await expect(rows(page)).toHaveCount(0);
      await page.goBack();
      await expect.poll(inView).toEqual(before);
    } finally {
      await sandbox.deleteLocation(location.id);
    }
  });
});

test('"Mine" of a person without a user in GoHighLevel says so', async ({ page, signInAs, openInbox }) => {
  await signInAs('viewer');
  await openInbox();
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('Nothing can be yours here')).toBeVisible();
});

test('rows have two heights, and a person finds the same one in every browser', async ({
  page,
  signInAs,
  openInbox,
}) => {
  const height = async () => (await rows(page).first().boundingBox())?.height;
  const compact = page.getByRole('button', { name: 'Compact rows' });
  const setTo = async (isCompact: boolean) => {
    const saved = page.waitForResponse((answer) => answer.url().endsWith(apiPaths.mySettings));
    await compact.click();
    await expect(compact).toHaveAttribute('aria-pressed', String(isCompact));
    expect((await saved).status()).toBe(200);
  };
  await signInAs('viewer');
  await openInbox();
  await expect(rows(page).first()).toBeVisible();
  expect(await height()).toBe(64);
  await setTo(true);
  await expect.poll(height).toBe(44);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  expect(await height()).toBe(44);
  // A demo person is the same one in every test.
  await setTo(false);
  await expect.poll(height).toBe(64);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a thread and back leaves the list where it was', async ({ page, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    // The numbers come when the page is alive.
    await expect(page.getByRole('tab', { name: /Open \d/ })).toBeVisible();
    // By its place: rows are drawn and undrawn while one looks.
    const top = () =>
      rows(page).evaluateAll(
        (elements) =>
          elements.find((row) => row.getAttribute('aria-posinset') === '19')?.getBoundingClientRect().y,
      );
    await rows(page)
      .last()
      .evaluate((row) => row.scrollIntoView());
    await expect.poll(top).toBeGreaterThan(200);
    const before = await top();
    await page.touchscreen.tap(195, (before ?? 0) + 20);
    await expect(page.getByRole('log')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect.poll(top).toBe(before);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('views, their menu, the filters and a compact list are accessible', async ({
      page,
      signInAs,
      openInbox,
    }) => {
      await signInAs('priya');
      await openInbox();
      await expect(rows(page).first()).toBeVisible();
      await page.getByRole('button', { name: 'More views' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      await expect(rows(page).first()).toContainText('Waits');
      await expectAccessible(page);
      // The other theme's test presses it too: whichever it is now, both are seen.
      const compact = page.getByRole('button', { name: 'Compact rows' });
      const before = await compact.getAttribute('aria-pressed');
      await compact.click();
      await expect(compact).not.toHaveAttribute('aria-pressed', before ?? '');
      await expectAccessible(page);
      await compact.click();
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await expect(
        page.getByRole('group', { name: 'Tags of the contact' }).getByRole('checkbox').first(),
      ).toBeVisible();
      await expectAccessible(page);
    });
  });
}
