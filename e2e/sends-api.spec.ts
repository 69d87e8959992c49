import type { APIResponse, Page } from 'playwright/test';
import { type SendAct, sendCountsSchema, sendListSchema, sendSchema } from '@/lib/shared/contract/send';
import { apiPaths } from '@/lib/shared/paths';
import { ours } from './support/headers';
import { expect, test } from './support/own-app';

const text = () => `mark-${crypto.randomUUID()}`;
const sendIn = async (answer: APIResponse) => {
  expect(answer.status(), await answer.text()).toBe(200);
  return sendSchema.parse(await answer.json());
};

function api(page: Page, locationId: string, baseURL: string | undefined) {
  const headers = ours(baseURL);
  return {
    async firstId(): Promise<string> {
      const answer = await page.request.get(apiPaths.conversations(locationId));
      return (await answer.json()).conversations[0].id;
    },
    submit: (id: string, body: object) =>
      page.request.post(apiPaths.sends(locationId, id), {
        data: { clientId: crypto.randomUUID(), channel: 'SMS', ...body },
        headers,
      }),
    act: (id: string, clientId: string, act: SendAct) =>
      page.request.post(apiPaths.send(locationId, id, clientId), { data: act, headers }),
    async view(view: 'attention' | 'scheduled') {
      const answer = await page.request.get(`${apiPaths.sendsOverview(locationId)}?view=${view}`);
      return sendListSchema.parse(await answer.json()).sends;
    },
    async counts() {
      const answer = await page.request.get(apiPaths.sendCounts(locationId));
      return sendCountsSchema.parse(await answer.json());
    },
  };
}

test('a send is held for the time of its person, leaves with no page open, or comes back whole', async ({
  page,
  location,
  sandbox,
  signInWith,
  baseURL,
}) => {
  await signInWith({ sendUndoSeconds: 5 });
  const sends = api(page, location.id, baseURL);
  const id = await sends.firstId();
  const undone = await sendIn(await sends.submit(id, { text: text() }));
  expect(undone.state).toBe('held');
  expect(undone.leavesInMs).toBeGreaterThan(0);
  const back = await sendIn(await sends.act(id, undone.clientId, { act: 'undo' }));
  expect(back).toMatchObject({ state: 'withdrawn', request: undone.request });
  const kept = await sendIn(await sends.submit(id, { text: text() }));
  const accepted = async () => (await sandbox.accepted(location.id)).map(({ message }) => message);
  await expect.poll(accepted, { timeout: 20_000 }).toEqual([kept.request.text]);
  const late = await sends.act(id, kept.clientId, { act: 'undo' });
  expect(await late.json()).toMatchObject({ error: { code: 'conflict' } });
});

test('what needs attention and what is scheduled is listed over all conversations', async ({
  page,
  location,
  sandbox,
  signInAs,
  signInWith,
  baseURL,
}) => {
  await signInWith();
  const sends = api(page, location.id, baseURL);
  const id = await sends.firstId();
  expect(await sends.counts()).toEqual({ attention: 0, scheduled: 0 });
  await sandbox.faults(location.id, { operation: 'send-a-new-message', kind: 'respond', status: 400 });
  const refused = await sendIn(await sends.submit(id, { text: text() }));
  await expect.poll(sends.counts).toEqual({ attention: 1, scheduled: 0 });
  const later = await sendIn(
    await sends.submit(id, { text: text(), schedule: { at: Date.now() + 3_600_000 } }),
  );
  await expect
    .poll(async () => (await sends.view('scheduled')).map(({ state }) => state))
    .toEqual(['scheduled']);
  const [shown] = await sends.view('attention');
  expect(shown).toMatchObject({ clientId: refused.clientId, state: 'failed', isMine: true });
  expect(shown?.contactName).toMatch(/\w/);
  await sendIn(await sends.act(id, later.clientId, { act: 'cancel-schedule' }));
  expect(await sends.counts()).toEqual({ attention: 1, scheduled: 0 });

  await signInAs('viewer');
  expect(await sends.view('attention')).toMatchObject([{ clientId: refused.clientId, isMine: false }]);
  expect((await sends.act(id, refused.clientId, { act: 'retry' })).status()).toBe(403);
});
