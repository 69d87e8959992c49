import type { Locator } from 'playwright/test';
import { apiPaths, paths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';

const count = 10_000;

test.describe('a thread of ten thousand messages', () => {
  test.setTimeout(600_000);

  test('can be paged to its start: every message once, and what is being read stays where it is', async ({
    page,
    sandbox,
    signInAs,
  }) => {
    const location = await sandbox.newLocation({ preset: 'empty', conversations: 1, messages: count });
    const { conversationId, messageIds } = await onlyThread(sandbox.url, location);
    expect(new Set(messageIds).size).toBe(count);
    const answered: string[] = [];
    page.on('response', async (response) => {
      if (!response.url().includes(`${apiPaths.messages(location.id, conversationId)}?cursor=`)) return;
      const body = (await response.json()) as { messages: { id: string }[] };
      answered.push(...body.messages.map(({ id }) => id));
    });
    // Fewer views to go through.
    await page.setViewportSize({ width: 1280, height: 1500 });
    await signInAs('agent');
    await page.goto(paths.inbox(location.id, conversationId));
    const log = page.getByRole('log');
    await expect(log.getByRole('article').last()).toBeVisible();

    const walk = await walkToStart(log);
    expect(walk.worstMove, 'pixels that the row being read moved at a prepend').toBeLessThan(2);
    expect(walk.prepends).toBeGreaterThan(50);
    const seen = new Set(walk.ids);
    expect(walk.ids.length).toBe(seen.size);
    expect(messageIds.filter((id) => !seen.has(id))).toEqual([]);
    expect(seen.size).toBe(count);
    expect(new Set(answered).size).toBe(answered.length);
    await expect(log.getByText('Beginning of the conversation')).toBeVisible();
    await sandbox.deleteLocation(location.id);
  });
});

/**
 * Goes up a view at a time, waiting where a page is on its way, and looks how far the row being read moved while it came.
 * In the page itself: ten thousand messages are hundreds of views.
 */
function walkToStart(log: Locator) {
  return log.evaluate(async (view) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const rows = () =>
      [...view.querySelectorAll<HTMLElement>('[data-message-id]')].map((row) => ({
        id: row.dataset.messageId ?? '',
        top: row.getBoundingClientRect().top,
      }));
    const isLoading = () => view.textContent?.includes('Loading older messages') ?? false;
    const isStart = () => view.textContent?.includes('Beginning of the conversation') ?? false;
    const placeOf = (id: string) => rows().find((row) => row.id === id)?.top;
    // Whoever opens the thread sees its end before going anywhere.
    const seen = new Set(rows().map(({ id }) => id));
    let worstMove = 0;
    let prepends = 0;
    while (!(isStart() && view.scrollTop <= 1)) {
      // Less than a view: no message is passed over.
      view.scrollTop -= view.clientHeight * 0.8;
      await frame();
      await frame();
      for (const { id } of rows()) seen.add(id);
      const { top } = view.getBoundingClientRect();
      const reading = rows().find((row) => row.top > top + 40);
      const heightBefore = view.scrollHeight;
      while (isLoading()) await frame();
      await frame();
      await frame();
      const after = reading && placeOf(reading.id);
      if (reading && after !== undefined && view.scrollHeight !== heightBefore) {
        prepends += 1;
        worstMove = Math.max(worstMove, Math.abs(after - reading.top));
      }
    }
    await frame();
    for (const { id } of rows()) seen.add(id);
    return { ids: [...seen], worstMove, prepends };
  });
}

async function onlyThread(sandboxUrl: string, location: { id: string; token: string }) {
  const search = await fetch(`${sandboxUrl}/conversations/search?locationId=${location.id}`, {
    headers: {
      authorization: `Bearer ${location.token}`,
      version: '2021-04-15',
      'user-agent': 'parley-tests',
    },
  });
  const { conversations } = (await search.json()) as { conversations: { id: string }[] };
  const conversationId = conversations[0]?.id ?? '';
  const snapshot = await fetch(`${sandboxUrl}/__sandbox/locations/${location.id}/snapshot/${conversationId}`);
  const { messages } = (await snapshot.json()) as { messages: { id: string }[] };
  return { conversationId, messageIds: messages.map(({ id }) => id) };
}
