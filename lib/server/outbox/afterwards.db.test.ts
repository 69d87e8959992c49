import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Send } from '@/lib/shared/contract/send';
import { type Stage, type StageLocation, startStage, type TestOutbox } from './testing/stage';
import { sendCounts, sendsOfView } from './views';

let stage: Stage;
let outbox: TestOutbox;
let location: StageLocation;
let id: string;

beforeAll(async () => {
  stage = await startStage();
  outbox = await stage.instance();
});
afterAll(() => stage.stop());

beforeEach(async () => {
  location = await stage.location({ preset: 'empty', conversations: 3 });
  id = (await location.threads())[0]?.id ?? '';
});

const minute = 60_000;

async function sent(wanted?: Parameters<StageLocation['submit']>[1]): Promise<Send> {
  const send = await location.submit(id, wanted);
  await outbox.runDue();
  return location.now(send);
}

/** So much later, with everything done that has come due meanwhile. */
async function whenLater(ms: number, send: Send): Promise<Send> {
  await location.later(ms, send);
  await outbox.runDue();
  return location.now(send);
}

const views = async () => ({
  attention: (await sendsOfView(location.locationId, 'attention', 'mika')).map(({ clientId }) => clientId),
  scheduled: (await sendsOfView(location.locationId, 'scheduled', 'mika')).map(({ clientId }) => clientId),
  counts: await sendCounts(location.locationId),
});

describe('what is unclear', () => {
  it.each([
    ['a text', {}],
    ['a mail', { channel: 'Email', subject: 'Fitting', text: 'See you\nat four' }],
    ['a comment', { channel: 'InternalComment', text: 'She is right' }],
  ])('is found in its thread: %s', async (_name, wanted) => {
    await location.fault({ kind: 'reset-after' });
    const send = await sent(wanted);
    expect(send.state).toBe('unclear');
    const found = await whenLater(2_000, send);
    const [message] = await location.accepted();
    expect(found).toMatchObject({ state: 'sent', messageId: message?.messageId, error: null });
    expect(await location.calls('send-a-new-message')).toBe(1);
  });

  it('is sent twice on purpose: each is its own message, in order', async () => {
    await location.fault({ kind: 'reset-after' });
    const first = await sent({ text: 'Hello?' });
    const second = await sent({ text: 'Hello?' });
    expect([first.state, second.state]).toEqual(['unclear', 'sent']);
    const found = await whenLater(2_000, first);
    expect(found.state).toBe('sent');
    expect(new Set([found.messageId, (await location.now(second)).messageId])).toEqual(
      new Set((await location.accepted()).map(({ messageId }) => messageId)),
    );
  });

  it('and not there is not confirmed after ten minutes, and a person decides', async () => {
    await location.fault({ kind: 'reset-before' });
    const send = await sent();
    await location.fault({ operation: 'get-messages', status: 500, count: 100 });
    expect((await whenLater(3_000, send)).state).toBe('unclear');
    await location.clearFaults();
    expect((await whenLater(9 * minute, send)).error?.code).not.toBe('not_confirmed');
    expect(await whenLater(2 * minute, send)).toMatchObject({
      state: 'unclear',
      error: { code: 'not_confirmed' },
    });
    expect(await location.calls('send-a-new-message')).toBe(1);
    expect(await views()).toMatchObject({ attention: [send.clientId], counts: { attention: 1 } });
    expect(await location.act(send, { act: 'arrived' })).toMatchObject({ state: 'sent' });
    expect(await views()).toMatchObject({ attention: [], counts: { attention: 0 } });
  });

  it('does not stop the next one of the same writer', async () => {
    await location.inbound(id);
    const seen = await location.newest(id);
    await location.fault({ kind: 'reset-after' });
    await sent({ seen });
    expect(await sent({ seen })).toMatchObject({ state: 'sent' });
  });
});

describe('what has left', () => {
  it('is followed until it is delivered', async () => {
    const send = await sent();
    expect(await whenLater(5_000, send)).toMatchObject({ state: 'sent', deliveryStatus: 'delivered' });
    const calls = await location.calls('get-message');
    await whenLater(60 * minute, send);
    expect(await location.calls('get-message')).toBe(calls);
  });

  it('and is not delivered comes back to the team, with its reason', async () => {
    const send = await sent();
    await location.done(id);
    await location.fault({
      operation: 'get-message',
      status: 200,
      body: {
        message: {
          id: send.messageId,
          conversationId: id,
          messageType: 'TYPE_SMS',
          direction: 'outbound',
          status: 'undelivered',
          error: 'Landline',
        },
      },
    });
    const lost = await whenLater(5_000, send);
    expect(lost).toMatchObject({ deliveryStatus: 'undelivered', error: { code: 'not_delivered' } });
    expect(lost.error?.message).toContain('Landline');
    expect(await views()).toMatchObject({ attention: [send.clientId] });
    expect(await location.ids({ view: 'done' })).toEqual([]);
  });
});

describe('a schedule', () => {
  const inAnHour = () => ({ at: Date.now() + 60 * minute, cancelsOnAnswer: true });

  it.each([
    ['a text', {}],
    ['a mail', { channel: 'Email', subject: 'Fitting' }],
  ])('is given to GHL, listed, and taken back with its text: %s', async (_name, wanted) => {
    const send = await sent({ ...wanted, schedule: inAnHour() });
    expect(send).toMatchObject({ state: 'scheduled', scheduledFor: send.request.schedule?.at });
    const [taken] = await location.accepted();
    expect(taken?.raw.scheduledTimestamp).toBe(Math.ceil((send.scheduledFor ?? 0) / 1000));
    expect(await views()).toMatchObject({ scheduled: [send.clientId], counts: { scheduled: 1 } });
    await location.fault({
      operation: send.emailId ? 'cancel-scheduled-email-message' : 'cancel-scheduled-message',
      kind: 'reset-after',
    });
    const back = await location.act(send, { act: 'cancel-schedule' });
    expect(back).toMatchObject({ state: 'withdrawn', request: send.request });
    expect(await location.act(send, { act: 'cancel-schedule' })).toEqual(back);
    expect(await views()).toMatchObject({ scheduled: [], attention: [] });
  });

  it('is taken back when they answer first, and a person decides', async () => {
    const send = await sent({ schedule: inAnHour() });
    await location.inbound(id, { dateAdded: Date.now() + 1_000 });
    const stopped = await whenLater(20 * minute, send);
    expect(stopped).toMatchObject({ state: 'stopped', error: { code: 'answered' }, messageId: null });
    expect(await location.calls('cancel-scheduled-message')).toBe(1);
    expect(await views()).toMatchObject({ attention: [send.clientId], scheduled: [] });
    await location.act(send, { act: 'send-anyway' });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'scheduled' });
  });

  it('stays where an answer does not matter', async () => {
    const send = await sent({ schedule: { ...inAnHour(), cancelsOnAnswer: false } });
    await location.inbound(id, { dateAdded: Date.now() + 1_000 });
    expect(await whenLater(50 * minute, send)).toMatchObject({ state: 'scheduled' });
    expect(await location.calls('cancel-scheduled-message')).toBe(0);
  });

  it('that is cancelled in GHL says so', async () => {
    const send = await sent({ schedule: inAnHour() });
    await fetch(`${location.ghl.baseUrl}/conversations/messages/${send.messageId}/schedule`, {
      method: 'DELETE',
      headers: location.headers,
    });
    expect(await whenLater(61 * minute, send)).toMatchObject({
      state: 'withdrawn',
      error: { code: 'cancelled_in_ghl' },
    });
  });

  it('in the past, for a chat or for years ahead is refused', async () => {
    const refused = [
      { schedule: { at: Date.now() - 1 } },
      { schedule: { at: Date.now() + 400 * 24 * 60 * minute } },
      { channel: 'Live_Chat', schedule: inAnHour() },
    ];
    for (const wanted of refused)
      await expect(location.submit(id, wanted)).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('a comment', () => {
  it.each([
    [401, 'Auth channel OAUTH is not supported'],
    [422, 'mentions must contain valid users'],
  ])('that GHL refuses as such by %i becomes a note of the contact, and says so', async (status, message) => {
    await location.fault({ status, body: { statusCode: status, message } });
    const send = await sent({ channel: 'InternalComment', text: 'She is right' });
    expect(send).toMatchObject({ state: 'sent', deliveryStatus: 'note', messageId: null });
    expect(await location.calls('create-note')).toBe(1);
    expect(await location.accepted()).toEqual([]);
  });

  it('as a note whose answer is lost is found among the notes', async () => {
    await location.fault({ status: 401, body: { message: 'Auth channel OAUTH is not supported' } });
    await location.fault({ operation: 'create-note', kind: 'reset-after' });
    const send = await sent({ channel: 'InternalComment', text: '@Priya Nair<userId>u1</userId> is right' });
    expect(send).toMatchObject({ state: 'unclear' });
    expect(await whenLater(2_000, send)).toMatchObject({ state: 'sent', deliveryStatus: 'note' });
  });
});
