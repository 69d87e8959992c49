import type { Page } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, expectAccessible, test } from './support/fixtures';
import { conversationIdOf, listRows, openConversation } from './support/rows';
import { idsInView, readApi, stateOf } from './support/triage';

const openAt = (id: string | undefined) => new RegExp(`/inbox/${id}(\\?.*)?$`);
const toasts = (page: Page) => page.getByRole('region', { name: 'Notifications' });
const thread = (page: Page) => page.getByRole('region', { name: 'Conversation', exact: true });
const selected = (page: Page) => page.getByRole('region', { name: 'Selected conversations' });
const noJobsLeft = (page: Page, locationId: string) =>
  expect
    .poll(() => readApi(page, `${apiPaths.jobs(locationId)}?mine=running`), { timeout: 30_000 })
    .toEqual({ jobs: [] });

test.describe('an agent', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('agent'));

  test('sorts fifty conversations by keys alone, and the end is exactly as meant', async ({
    page,
    sandbox,
  }) => {
    test.setTimeout(150_000);
    const location = await sandbox.newLocation({ preset: 'empty', conversations: 50, messages: 3, seed: 11 });
    try {
      await page.goto(paths.inbox(location.id));
      await expect(listRows(page).first()).toBeVisible();
      const ids = await idsInView(page, location.id, 'open');
      expect(ids).toHaveLength(50);
      const meant = new Map(
        await Promise.all(
          ids.map(async (id) => [id, await stateOf(page, sandbox, location.id, id)] as const),
        ),
      );
      const { users } = (await readApi(page, apiPaths.users(location.id))) as {
        users: { id: string; email: string }[];
      };
      const me = users.find(({ email }) => email.startsWith('jonas'))?.id ?? 'nobody';

      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      for (const [index, id] of ids.entries()) {
        await expect(page).toHaveURL(openAt(id));
        const state = meant.get(id);
        if (!state) throw new Error(`${id} is not in the list.`);
        switch (index % 7) {
          case 0:
            await page.keyboard.press('e');
            state.team = 'done';
            break;
          case 1:
            await page.keyboard.press('s');
            await page.keyboard.press('e');
            state.isStarred = state.inGhl.isStarred = !state.isStarred;
            state.team = 'done';
            break;
          case 2:
            await page.keyboard.press('h');
            await expect(page.getByRole('combobox', { name: /^Snooze/ })).toBeFocused();
            await page.keyboard.type('tomorrow 9:15');
            await page.keyboard.press('Enter');
            state.team = 'snoozed';
            break;
          case 3:
            await page.keyboard.press('u');
            state.isUnread = state.inGhl.isUnread = !state.isUnread;
            await page.keyboard.press('j');
            break;
          case 4:
            await page.keyboard.press('a');
            await expect(page.getByRole('combobox', { name: /^Assign/ })).toBeFocused();
            await page.keyboard.press('Enter');
            state.owner = state.inGhl.owner = me;
            await expect(page.getByRole('dialog')).toBeHidden();
            await page.keyboard.press('j');
            break;
          case 5:
            // A wrong key, and back.
            await page.keyboard.press('e');
            await page.keyboard.press('z');
            await expect(page).toHaveURL(openAt(id));
            await page.keyboard.press('j');
            break;
          default:
            // Read, and left for later.
            await page.keyboard.press('j');
        }
        // Below the last one there is none: the list goes on from the nearest above.
        if (index === ids.length - 1) break;
        await expect(page).not.toHaveURL(openAt(id));
      }
      await noJobsLeft(page, location.id);
      for (const [id, state] of meant) {
        expect(await stateOf(page, sandbox, location.id, id), id).toEqual(state);
      }
      const left = ids.filter((id) => meant.get(id)?.team === 'open');
      expect(await idsInView(page, location.id, 'open')).toEqual(left);
      expect((await idsInView(page, location.id, 'snoozed')).toSorted()).toEqual(
        ids.filter((id) => meant.get(id)?.team === 'snoozed').toSorted(),
      );
      await page.goto(paths.inbox(location.id));
      await expect(listRows(page).first()).toHaveAttribute('aria-setsize', String(left.length));
    } finally {
      await sandbox.deleteLocation(location.id);
    }
  });

  test('gets everything back that was done to a selection by mistake', async ({
    page,
    location,
    openInbox,
  }) => {
    await openInbox();
    await expect(listRows(page).nth(4)).toBeVisible();
    const before = await listRows(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('href')));
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await expect(selected(page)).toContainText('3 selected');
    await page.keyboard.press('e');
    await expect(toasts(page)).toContainText('Marked 3 as done');
    await expect(selected(page)).toBeHidden();
    await expect.poll(() => listRows(page).first().getAttribute('href')).toBe(before[3]);
    await expectAccessible(page);
    await toasts(page).getByRole('button', { name: 'Undo' }).click();
    await expect(toasts(page)).toContainText('Undone: marked 3 as done');
    await expect
      .poll(() =>
        listRows(page).evaluateAll((rows) => rows.slice(0, 5).map((row) => row.getAttribute('href'))),
      )
      .toEqual(before.slice(0, 5));
    await noJobsLeft(page, location.id);
    expect(await idsInView(page, location.id, 'done')).toEqual([]);
  });

  test('reads how many of a selection failed, and those alone are as before', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    await openInbox();
    await expect(listRows(page).nth(4)).toBeVisible();
    const ids = await Promise.all(
      [0, 1, 2, 3, 4].map((index) => conversationIdOf(listRows(page).nth(index))),
    );
    const before = await Promise.all(ids.map((id) => stateOf(page, sandbox, location.id, id)));
    expect(before.filter(({ isStarred }) => isStarred)).toEqual([]);
    await page.keyboard.press('j');
    for (let count = 0; count < 4; count++) await page.keyboard.press('Shift+J');
    await sandbox.faults(location.id, {
      operation: 'update-conversation',
      count: 2,
      kind: 'respond',
      status: 400,
      body: { statusCode: 400, message: 'The conversation is locked' },
    });
    await page.keyboard.press('s');
    await expect(toasts(page)).toContainText(/Could not star 2 of 5\. .*locked/);
    await expect(toasts(page)).toContainText('Starred 3 of 5');
    await noJobsLeft(page, location.id);
    const after = await Promise.all(ids.map((id) => stateOf(page, sandbox, location.id, id)));
    expect(after.filter(({ isStarred, inGhl }) => isStarred && inGhl.isStarred)).toHaveLength(3);
    const asBefore = after.filter(({ isStarred }) => !isStarred);
    expect(asBefore).toEqual(before.filter((_, index) => !after[index]?.isStarred));
    for (const [index, id] of ids.entries()) {
      const row = page.getByRole('option').nth(index);
      expect(await conversationIdOf(row)).toBe(id);
      if (after[index]?.isStarred) await expect(row).toContainText('starred');
      else await expect(row).not.toContainText('starred');
    }
  });

  test.describe('without the network', () => {
    test.use({ allowedErrors: [/ERR_INTERNET_DISCONNECTED/] });

    test('sees a row again when the act did not reach the server, and tries again', async ({
      page,
      context,
      openInbox,
    }) => {
      await openInbox();
      const first = await conversationIdOf(listRows(page).first());
      await context.setOffline(true);
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await expect(toasts(page)).toContainText(/Could not mark .* as done\. Parley cannot be reached/);
      await expect.poll(() => conversationIdOf(listRows(page).first())).toBe(first);
      await context.setOffline(false);
      await toasts(page).getByRole('button', { name: 'Try again' }).click();
      await expect.poll(() => conversationIdOf(listRows(page).first())).not.toBe(first);
      await expect(toasts(page)).toContainText(/^Marked .* as done/);
    });
  });

  test.describe('whose answer was lost', () => {
    test.use({ allowedErrors: [/503/] });

    test('sends the very same request again when only its answer was lost', async ({
      page,
      location,
      sandbox,
      openInbox,
    }) => {
      const bodies: unknown[] = [];
      await page.route(`**${apiPaths.jobs(location.id)}`, async (route) => {
        bodies.push(route.request().postDataJSON());
        const answer = await route.fetch();
        if (bodies.length === 1) await route.fulfill({ status: 503, body: '' });
        else await route.fulfill({ response: answer });
      });
      await openInbox();
      const id = await openConversation(page, 'Amara Okafor');
      await page.keyboard.press('s');
      await expect(toasts(page)).toContainText(/Could not/);
      await sandbox.inbound(location.id, { conversationId: id, type: 'SMS', body: 'One more thing' });
      await expect(thread(page).getByRole('log')).toContainText('One more thing', { timeout: 30_000 });
      await toasts(page).getByRole('button', { name: 'Try again' }).click();
      await expect(toasts(page)).toContainText(/^Starred/);
      expect(bodies).toHaveLength(2);
      expect(bodies[1]).toEqual(bodies[0]);
    });
  });

  test('finds what came back from a snooze first in Open, until it was looked at', async ({
    page,
    location,
    openInbox,
  }) => {
    await openInbox();
    const id = await conversationIdOf(listRows(page).last());
    const snooze = { kind: 'snooze', until: Date.now() + 3_000, endsOnAnswer: false };
    const target = { kind: 'ids', conversations: [{ id, seenUpTo: null }] };
    const answer = await page.request.post(apiPaths.jobs(location.id), {
      data: { clientId: crypto.randomUUID(), change: snooze, target },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(answer.ok()).toBe(true);
    const first = listRows(page).first();
    await expect.poll(() => conversationIdOf(first), { timeout: 40_000 }).toBe(id);
    await expect(first).toContainText('Snooze ended');
    await first.click();
    await expect(page).toHaveURL(openAt(id));
    await expect(thread(page).getByRole('log')).toBeVisible();
    await expect(first).toContainText('Snooze ended');
    // Passed by at once it stays; looked at and left, it goes to its own place.
    await expect
      .poll(
        async () => {
          await listRows(page).nth(1).click();
          if ((await conversationIdOf(first)) !== id) return 'in its own place';
          await first.click();
          return 'first';
        },
        { intervals: [3_000], timeout: 40_000 },
      )
      .toBe('in its own place');
  });

  test('snoozes by a typed time, reads until when, and wakes it', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    await openInbox();
    const id = await openConversation(page, 'Amara Okafor');
    await page.keyboard.press('h');
    const dialog = page.getByRole('dialog', { name: /^Snooze Amara Okafor/ });
    await expect(dialog.getByRole('option', { name: /^Tomorrow/ })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type('when pigs fly');
    await expect(dialog.getByText(/no time to come/).first()).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('in 2 days');
    await dialog.getByRole('checkbox', { name: 'If they answer first, bring it back' }).uncheck();
    await dialog.getByRole('option').first().click();
    await expect.poll(async () => (await stateOf(page, sandbox, location.id, id)).team).toBe('snoozed');

    await page.goto(paths.inbox(location.id, id));
    await expect(thread(page).getByText(/^Snoozed until .* by Jonas/)).toBeVisible();
    await expect(thread(page)).not.toContainText('until they answer');
    await expectAccessible(page);
    await thread(page).getByRole('button', { name: 'Wake now' }).click();
    await expect(thread(page).getByText(/^Snoozed until/)).toBeHidden();
    await expect.poll(async () => (await stateOf(page, sandbox, location.id, id)).team).toBe('open');
  });

  test('assigns by typing a name, and is told whose the contact becomes', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    await openInbox();
    const id = await openConversation(page, 'Amara Okafor');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: /^Assign/ });
    await expect(dialog.getByRole('option').first()).toContainText(/Me \(Jonas/);
    await expect(dialog).toContainText('This changes the owner of the contact in GoHighLevel.');
    await expectAccessible(page);
    await page.keyboard.type('priya');
    await page.keyboard.press('Enter');
    await expect(listRows(page).first().getByRole('img', { name: 'Assigned to Priya Nair' })).toBeVisible();
    await expect(toasts(page)).toContainText(/Assigned Amara Okafor to Priya/);
    await noJobsLeft(page, location.id);
    const state = await stateOf(page, sandbox, location.id, id);
    expect(state.owner).toBe(state.inGhl.owner);
    expect(state.owner).not.toBeNull();
  });

  test('has no way to delete', async ({ page, openInbox }) => {
    await openInbox();
    await openConversation(page, 'Amara Okafor');
    await page.keyboard.press('#');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: /Mark (un)?read/ })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /Delete/ })).toBeHidden();
    await expect(page.getByRole('alertdialog')).toBeHidden();
  });

  test('closes all that match; the work goes on without the tab and shows itself in the next', async ({
    page,
    sandbox,
  }) => {
    const location = await sandbox.newLocation({ preset: 'empty', conversations: 150, seed: 3 });
    try {
      await page.goto(paths.inbox(location.id));
      await expect(listRows(page).first()).toBeVisible();
      // Long enough that there is something left to stop.
      await sandbox.latency(250, location.id);
      await page.keyboard.press('j');
      await page.keyboard.press('ControlOrMeta+a');
      await page.getByRole('button', { name: 'Select all that match (150)' }).click();
      await page.keyboard.press('u');
      await expect(page.getByRole('progressbar').first()).toBeVisible();
      await expect(toasts(page)).toContainText('Marking as');
      await expect(toasts(page)).not.toContainText('Marked');
      await page.reload();
      await expect(page.getByRole('progressbar').first()).toBeVisible();
      await toasts(page).getByRole('button', { name: 'Stop' }).click();
      await expect(toasts(page)).toContainText(/^Stopped\. Marked \d+ of 150 as (un)?read/);
      await noJobsLeft(page, location.id);
    } finally {
      await sandbox.deleteLocation(location.id);
    }
  });
});

test.describe('an admin', () => {
  test.beforeEach(async ({ signInAs }) => signInAs('admin'));

  test('deletes with a warning, and can take it back before GoHighLevel hears of it', async ({
    page,
    location,
    sandbox,
    openInbox,
  }) => {
    await openInbox();
    const id = await openConversation(page, 'Amara Okafor');
    await page.keyboard.press('#');
    const dialog = page.getByRole('alertdialog', { name: 'Delete Amara Okafor?' });
    await expect(dialog).toContainText('lost in GoHighLevel too');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Delete conversation' }).click();
    await expect(toasts(page)).toContainText('Deleting Amara Okafor');
    await expect(page).not.toHaveURL(openAt(id));
    await page.keyboard.press('z');
    await expect(toasts(page)).toContainText('Not deleted: Amara Okafor');
    await expect(page).toHaveURL(openAt(id));
    await expect(thread(page).getByRole('heading', { name: 'Amara Okafor' })).toBeVisible();
    await noJobsLeft(page, location.id);
    const calls = await sandbox.requests(location.id);
    expect(calls.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('types the number to delete more than ten', async ({ page, openInbox }) => {
    await openInbox();
    await expect(listRows(page).nth(4)).toBeVisible();
    await page.keyboard.press('j');
    for (let count = 0; count < 10; count++) await page.keyboard.press('Shift+J');
    await expect(selected(page)).toContainText('11 selected');
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('alertdialog', { name: 'Delete 11 conversations?' });
    await dialog.getByRole('button', { name: 'Delete 11 conversations' }).click();
    await expect(dialog).toContainText('That is not 11.');
    await dialog.getByLabel('Type 11 to confirm').fill('11');
    await dialog.getByRole('button', { name: 'Delete 11 conversations' }).click();
    await expect(toasts(page)).toContainText('Deleting 11');
    await page.keyboard.press('z');
    await expect(toasts(page)).toContainText('Not deleted: 11');
  });
});

test('a viewer has no keys that change anything', async ({
  page,
  location,
  sandbox,
  signInAs,
  openInbox,
}) => {
  await signInAs('viewer');
  await openInbox();
  await openConversation(page, 'Amara Okafor');
  for (const key of ['e', 's', 'u', 'h', 'a', '#', 'r']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Done' })).toBeHidden();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next conversation')).toBeVisible();
  await expect(sheet.getByText('Snooze')).toBeHidden();
  const calls = await sandbox.requests(location.id);
  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('everything is within reach of a finger', async ({ page, location, sandbox, signInAs, openInbox }) => {
    await signInAs('agent');
    await openInbox();
    await expect(listRows(page).nth(2)).toBeVisible();
    const ids = await Promise.all([0, 1].map((index) => conversationIdOf(listRows(page).nth(index))));
    await listRows(page).nth(2).tap();
    await page.getByRole('button', { name: 'More', exact: true }).last().tap();
    await page.getByRole('menuitem', { name: 'Snooze…' }).tap();
    await page.getByRole('option', { name: /^Tomorrow/ }).tap();
    await expect(toasts(page)).toContainText(/^Snoozed .* until tomorrow/);
    await page.getByRole('button', { name: 'Back to the list' }).tap();

    // On the picture, as in every mail program of a phone.
    for (const index of [0, 1])
      await listRows(page)
        .nth(index)
        .tap({ position: { x: 60, y: 36 } });
    await expect(selected(page)).toContainText('2 selected');
    await expectAccessible(page);
    await selected(page).getByRole('button', { name: 'Done' }).tap();
    await expect(toasts(page)).toContainText('Marked 2 as done');
    await noJobsLeft(page, location.id);
    for (const id of ids) expect((await stateOf(page, sandbox, location.id, id)).team).toBe('done');
  });
});
