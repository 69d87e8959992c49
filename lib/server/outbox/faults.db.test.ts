import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getConversation } from '@/lib/server/ghl/conversations';
import { type Stage, type StageLocation, startStage, type TestOutbox } from './testing/stage';

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

/** One send, and everything that is due with it. */
async function sent(wanted?: Parameters<StageLocation['submit']>[1]) {
  const send = await location.submit(id, wanted);
  await outbox.runDue();
  return location.now(send);
}

describe('a send', () => {
  it('leaves once, and says which message it is', async () => {
    const send = await sent();
    const [message] = await location.accepted();
    expect(send).toMatchObject({ state: 'sent', messageId: message?.messageId, attempts: 1, error: null });
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it.each([
    [400, { status: 400, message: 'Cannot send message as DND is active for SMS.' }, /DND is active/],
    [401, { statusCode: 401, message: 'The token is not authorized for this scope.' }, /lacks a right/],
    [403, { statusCode: 403, message: 'Forbidden resource' }, /does not allow/],
    [404, { statusCode: 404, message: 'Contact not found' }, /does not exist/],
    [413, { status: 413, message: 'Too large' }, /too large/],
    [415, { status: 415, message: 'Unsupported' }, /kind of file/],
    [422, { statusCode: 422, message: ['message must be a string'] }, /must be a string/],
  ])('that GHL refuses by %i is not sent, says why and keeps its text', async (status, body, words) => {
    await location.fault({ status, body });
    const send = await sent();
    expect(send).toMatchObject({ state: 'failed', attempts: 1 });
    expect(send.error?.message).toMatch(words);
    expect(await location.texts()).toEqual([]);
    const again = await location.act(send, { act: 'retry' });
    await outbox.runDue();
    expect(await location.now(again)).toMatchObject({ state: 'sent', attempts: 2, request: send.request });
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it.each([
    ['429', { status: 429, headers: { 'x-ratelimit-interval-milliseconds': '50' } }],
    ['429 with a wait', { status: 429, headers: { 'retry-after': '1' } }],
    ['a token that has run out', { status: 401, body: { statusCode: 401, message: 'Invalid JWT' } }],
  ])('that meets %s waits by itself and then leaves once', async (_name, fault) => {
    await location.fault(fault);
    const send = await sent();
    expect(send).toMatchObject({ state: 'held', attempts: 1, messageId: null });
    expect(send.error).not.toBeNull();
    expect(send.leavesInMs).toBeGreaterThan(0);
    expect(await location.texts()).toEqual([]);
    await location.later(20_000, send);
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'sent', attempts: 2, error: null });
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it('that meets a refused connection waits by itself and then leaves once', async () => {
    const send = await location.submit(id);
    await stage.gate.close();
    await outbox.runDue();
    const waiting = await location.now(send);
    await stage.gate.open();
    expect(waiting).toMatchObject({ state: 'held', error: { code: 'ghl_unavailable' } });
    await location.later(20_000, send);
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'sent', error: null });
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it('that meets a connection refused at the very call waits too', async () => {
    const send = await location.submit(id);
    const late = await stage.instance(async (moment) => {
      if (moment !== 'committed') return;
      await stage.gate.close();
      // The client learns that its open connections are gone: over one of those a byte might have left.
      await getConversation(location.ghl, 'not-asked-before').catch(() => undefined);
    });
    await late.runDue();
    const waiting = await location.now(send);
    await stage.gate.open();
    expect(waiting).toMatchObject({ state: 'held', attempts: 1, error: { code: 'ghl_unavailable' } });
    await location.later(20_000, send);
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it.each([
    ['reset after the effect', { kind: 'reset-after' }, 1],
    ['reset before the effect', { kind: 'reset-before' }, 0],
    ['500 after the effect', { status: 500, applyEffect: true }, 1],
    ['500 before the effect', { status: 500 }, 0],
    ['503', { status: 503 }, 0],
    ['invalid JSON', { kind: 'bad-json' }, 1],
    ['silence after the effect', { kind: 'delay', delayMs: 11_000, applyEffect: true }, 1],
    ['an answer cut short', { kind: 'reset-mid-body' }, 1],
    ['an answer without an id', { status: 200, body: {}, applyEffect: true }, 1],
    ['a page instead of an answer', { status: 200, body: '<html></html>', applyEffect: true }, 1],
    [
      'an answer about another conversation',
      { status: 200, body: { messageId: 'm1', conversationId: 'other' }, applyEffect: true },
      1,
    ],
  ])('whose call breaks by %s is unclear and never repeated by itself', async (_name, fault, effects) => {
    await location.fault(fault);
    const send = await sent();
    expect(send).toMatchObject({ state: 'unclear', attempts: 1 });
    await outbox.runDue();
    // One that is not answered is not in the log yet.
    expect(await location.calls('send-a-new-message')).toBeLessThanOrEqual(1);
    expect(await location.texts()).toHaveLength(effects);
  });
});
