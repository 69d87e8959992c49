import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTestDatabase } from '@/lib/server/db/test-database';
import { at, startTestSandbox, type TestSandbox, textAt } from '@/lib/server/sandbox/test-sandbox';
import type { Moment } from './deliver';
import type { Order } from './testing/process';

let sandbox: TestSandbox;
let store: Awaited<ReturnType<typeof makeTestDatabase>>;
let conversationId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  store = await makeTestDatabase();
  const { body } = await sandbox.api('GET', `/conversations/search?locationId=${sandbox.locationId}`);
  conversationId = textAt(body, 'conversations', 0, 'id');
});
afterAll(async () => {
  await sandbox.close();
  await store.drop();
});

/** A whole process, on the same database as the one before it. Its last words are the sends, unless it was killed. */
async function live(order: Pick<Order, 'text' | 'dieAt'>): Promise<{ signal: unknown; sends: unknown }> {
  const place = { locationId: sandbox.locationId, conversationId };
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/outbox/testing/process.ts'];
  const child = spawn(process.execPath, [...args, JSON.stringify({ place, ...order })], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...store.env,
      SANDBOX_URL: sandbox.url,
      GHL_TOKEN: sandbox.token,
      GHL_LOCATION_ID: sandbox.locationId,
      LOG_LEVEL: 'error',
    },
  });
  const [words, [, signal]] = await Promise.all([textOf(child.stdout), once(child, 'exit')]);
  return { signal, sends: signal === null ? JSON.parse(words) : null };
}

async function accepted(): Promise<unknown[]> {
  const { body } = await sandbox.control('GET', `locations/${sandbox.locationId}/accepted`);
  const list = at(body, 'accepted');
  return Array.isArray(list) ? list.map((one) => at(one, 'message')) : [];
}

it('a process that is killed sends nothing twice and loses nothing, whenever it ends', {
  timeout: 300_000,
}, async () => {
  const moments: [Moment, unknown, number][] = [
    ['claimed', 'sent', 1],
    ['checked', 'sent', 1],
    ['committed', 'unclear', 0],
    // Found in the thread by one of those that come after, once it is time to look.
    ['answered', expect.stringMatching(/^(sent|unclear)$/), 1],
    ['settled', 'sent', 1],
  ];
  for (const [dieAt] of moments) {
    expect(await live({ text: `killed when ${dieAt}`, dieAt })).toMatchObject({ signal: 'SIGKILL' });
  }
  // Each one first brought out what the one before had left.
  const { sends } = await live({ text: null, dieAt: null });
  expect(sends).toEqual(moments.map(([dieAt, state]) => [`killed when ${dieAt}`, state]));
  const texts = await accepted();
  for (const [dieAt, , times] of moments) {
    expect(
      texts.filter((text) => text === `killed when ${dieAt}`),
      dieAt,
    ).toHaveLength(times);
  }
});
