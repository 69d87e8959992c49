import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, APIResponse } from 'playwright/test';
import { type Conversation, conversationPageSchema } from '@/lib/shared/contract/conversation';
import { type ConversationChange, type Job, jobSchema, viewCountsSchema } from '@/lib/shared/contract/triage';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';
import { startAppProcess } from './support/processes';

/** One person at one location, over HTTP. */
function caller(request: APIRequestContext, url: string, locationId: string, cookie?: string) {
  const headers = {
    ...ours(url),
    ...(cookie ? { cookie } : {}),
  };

  async function rows(search = ''): Promise<Conversation[]> {
    const answer = await request.get(`${url}${apiPaths.conversations(locationId)}${search}`, { headers });
    expect(answer.status(), await answer.text()).toBe(200);
    const { conversations } = conversationPageSchema.parse(await answer.json());
    return conversations.filter((row) => row.kind === 'conversation');
  }

  function post(
    change: ConversationChange,
    of: readonly Conversation[],
    clientId: string = crypto.randomUUID(),
  ) {
    const conversations = of.map(({ id, lastMessage }) => ({ id, seenUpTo: lastMessage.at }));
    return request.post(url + apiPaths.jobs(locationId), {
      data: { clientId, change, target: { kind: 'ids', conversations } },
      headers,
    });
  }

  async function jobIn(answer: APIResponse): Promise<Job> {
    expect(answer.status(), await answer.text()).toBe(200);
    return jobSchema.parse(await answer.json());
  }

  return {
    headers,
    rows,
    ids: async (search = '') => (await rows(search)).map(({ id }) => id),
    post,
    act: async (...asked: Parameters<typeof post>) => jobIn(await post(...asked)),
    job: async (id: string) => jobIn(await request.get(url + apiPaths.job(locationId, id), { headers })),
    undo: async (id: string) =>
      jobIn(await request.post(url + apiPaths.jobUndo(locationId, id), { data: {}, headers })),
    stop: async (id: string) => jobIn(await request.delete(url + apiPaths.job(locationId, id), { headers })),
    counts: async () => {
      const answer = await request.get(url + apiPaths.viewCounts(locationId), { headers });
      return viewCountsSchema.parse(await answer.json());
    },
  };
}

test('done, snoozed and open are the whole team’s: a colleague sees them, undo gives them back', async ({
  page,
  baseURL,
  location,
  signInAs,
}) => {
  const api = caller(page.request, baseURL ?? '', location.id);
  await signInAs('agent');
  const [a, b, c] = await api.rows();
  if (!a || !b || !c) throw new Error('The location is empty');
  const before = await api.counts();
  const job = await api.act({ kind: 'done' }, [a, b]);
  expect(job).toMatchObject({ state: 'finished', total: 2, done: 2, failed: 0 });
  const until = Date.now() + 3600_000;
  await api.act({ kind: 'snooze', until, endsOnAnswer: true }, [c]);

  await signInAs('admin');
  expect(await api.ids()).not.toEqual(expect.arrayContaining([a.id]));
  const closed = await api.rows('?view=done');
  expect(closed.map(({ id, team }) => [id, team.kind === 'done' && team.byName])).toEqual(
    [b.id, a.id]
      .sort()
      .reverse()
      .map((id) => [id, 'Jonas Reyes']),
  );
  expect(await api.rows('?view=snoozed')).toMatchObject([{ id: c.id, team: { kind: 'snoozed', until } }]);
  expect(await api.counts()).toMatchObject({
    all: before.all,
    open: { count: (before.open?.count ?? 0) - 3, isAtLeast: false },
    done: { count: 2 },
    snoozed: { count: 1 },
  });
  // What a colleague did is theirs to take back.
  const foreign = await page.request.post((baseURL ?? '') + apiPaths.jobUndo(location.id, job.id), {
    data: {},
    headers: api.headers,
  });
  expect(foreign.status()).toBe(404);

  await signInAs('agent');
  expect(await api.undo(job.id)).toMatchObject({ state: 'finished', total: 2, done: 2, failed: 0 });
  expect(await api.ids()).toEqual(expect.arrayContaining([a.id, b.id]));
});

test('an answer reopens at once, also below an automatic reply, and the thread says so', async ({
  page,
  baseURL,
  location,
  sandbox,
  signInAs,
}) => {
  await signInAs('agent');
  const api = caller(page.request, baseURL ?? '', location.id);
  const [row] = await api.rows();
  if (!row) throw new Error('The location is empty');
  await api.act({ kind: 'done' }, [row]);
  await sandbox.inbound(location.id, { conversationId: row.id, type: 'SMS', body: 'One more thing' });
  await sandbox.outbound(location.id, { conversationId: row.id, body: 'We are closed right now.' });
  await expect.poll(() => api.ids()).toContain(row.id);
  const one = await page.request.get((baseURL ?? '') + apiPaths.conversation(location.id, row.id));
  expect(await one.json()).toMatchObject({ id: row.id, team: { kind: 'open' } });
});

test('what a person changed is what every tab sees, although the search of GHL lags', async ({
  page,
  baseURL,
  location,
  sandbox,
  signInAs,
}) => {
  await signInAs('agent');
  const api = caller(page.request, baseURL ?? '', location.id);
  const row = (await api.rows()).find(({ unreadCount, isStarred }) => unreadCount > 0 && !isStarred);
  if (!row) throw new Error('Nothing is unread');
  await sandbox.searchLag(location.id, 120_000);
  const marked = await api.act({ kind: 'mark', isUnread: false }, [row]);
  await api.act({ kind: 'star', isStarred: true }, [row]);
  const now = (await api.rows()).find(({ id }) => id === row.id);
  expect(now).toMatchObject({ unreadCount: 0, isStarred: true });
  expect(await api.ids('?status=unread')).not.toContain(row.id);
  await api.undo(marked.id);
  expect((await api.rows()).find(({ id }) => id === row.id)).toMatchObject({
    unreadCount: row.unreadCount,
    isStarred: true,
  });
  expect(await sandbox.snapshot(location.id, row.id)).toMatchObject({
    conversation: { unreadCount: row.unreadCount, starred: true },
  });
});

test('the same act sent twice is one', async ({ page, baseURL, location, sandbox, signInAs }) => {
  await signInAs('agent');
  const api = caller(page.request, baseURL ?? '', location.id);
  const rows = (await api.rows()).slice(0, 3);
  const id = crypto.randomUUID();
  const jobs = await Promise.all([1, 2].map(() => api.act({ kind: 'star', isStarred: true }, rows, id)));
  expect(jobs.map((job) => job.id)).toEqual([id, id]);
  await expect.poll(async () => (await api.job(id)).state).toBe('finished');
  const writes = (await sandbox.requests(location.id)).filter(
    ({ operation }) => operation === 'update-conversation',
  );
  expect(writes).toHaveLength(3);
  expect((await api.post({ kind: 'done' }, rows, id)).status()).toBe(409);
});

test('whoever may only read changes nothing, and only an admin deletes', async ({
  page,
  baseURL,
  location,
  sandbox,
  signInAs,
}) => {
  const api = caller(page.request, baseURL ?? '', location.id);
  await signInAs('viewer');
  const rows = (await api.rows()).slice(0, 2);
  for (const change of [{ kind: 'done' }, { kind: 'star', isStarred: true }, { kind: 'delete' }] as const)
    expect((await api.post(change, rows)).status()).toBe(403);
  await signInAs('agent');
  expect((await api.post({ kind: 'delete' }, rows)).status()).toBe(403);
  await signInAs('admin');
  const job = await api.act({ kind: 'delete' }, rows);
  expect(job).toMatchObject({ state: 'held', canUndo: true });
  expect(await api.undo(job.id)).toMatchObject({ state: 'finished', failed: 0 });
  expect(await api.job(job.id)).toMatchObject({ state: 'stopped', done: 0, canUndo: false });
  const writes = (await sandbox.requests(location.id)).filter(({ method }) => method !== 'GET');
  expect(writes).toEqual([]);
});

test('a filter that makes no sense is refused, not obeyed silently', async ({
  page,
  baseURL,
  location,
  signInAs,
}) => {
  await signInAs('agent');
  for (const search of [
    '?view=archived',
    '?channel=sms,pigeon',
    '?channel=',
    '?assigned=a%20b',
    '?tags=%25zz',
    '?reach=1',
    '?view=done&cursor=nonsense',
    '?channel=sms,email&cursor=nonsense',
    '?createdFrom=yesterday',
  ]) {
    const answer = await page.request.get(`${baseURL}${apiPaths.conversations(location.id)}${search}`);
    expect([search, answer.status()]).toEqual([search, 400]);
  }
});

test('a process killed in the middle of a job ends it after the restart, and repeats nothing', async ({
  sandbox,
  location,
  request,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-job-'));
  const env = {
    DATA_DIR: dataDir,
    SANDBOX_URL: sandbox.url,
    GHL_TOKEN: location.token,
    GHL_LOCATION_ID: location.id,
  };
  const first = await startAppProcess(env);
  try {
    if (!first.isRunning) throw new Error(first.output);
    const signIn = await request.post(first.url + apiPaths.session, {
      data: { method: 'demo', personId: 'jonas' },
      headers: ours(first.url),
    });
    const cookie = (signIn.headers()['set-cookie'] ?? '').split(';', 1)[0] ?? '';
    const api = caller(request, first.url, location.id, cookie);
    const rows = (await api.rows()).filter(({ isStarred }) => !isStarred).slice(0, 10);
    const written = async () =>
      (await sandbox.requests(location.id)).filter(({ operation }) => operation === 'update-conversation');
    // The third write is done, and its answer never comes.
    await sandbox.latency(40, location.id);
    const job = await api.act({ kind: 'star', isStarred: true }, rows.slice(0, 2));
    await expect.poll(async () => (await api.job(job.id)).state).toBe('finished');
    await sandbox.faults(location.id, {
      operation: 'update-conversation',
      kind: 'delay',
      delayMs: 600_000,
      applyEffect: true,
      count: 4,
    });
    const cut = await api.act({ kind: 'star', isStarred: true }, rows);
    await expect
      .poll(async () => isStarred(await sandbox.snapshot(location.id, rows[3]?.id ?? '')))
      .toBe(true);
    await first.kill();
    await sandbox.clearFaults(location.id);

    const second = await startAppProcess(env);
    if (!second.isRunning) throw new Error(second.output);
    const again = caller(request, second.url, location.id, cookie);
    await expect
      .poll(() => again.job(cut.id), { timeout: 30_000 })
      .toMatchObject({ state: 'finished', total: 10, done: 10, failed: 0 });
    // Two of the first job, ten of the second: of the four that were cut off none is written again.
    expect((await written()).length).toBeLessThanOrEqual(12);
    for (const row of rows) expect(isStarred(await sandbox.snapshot(location.id, row.id))).toBe(true);
    await second.stop();
  } finally {
    if (first.isRunning) await first.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

function isStarred(snapshot: unknown): boolean {
  return (snapshot as { conversation: { starred?: boolean } }).conversation.starred === true;
}
