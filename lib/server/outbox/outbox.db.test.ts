import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Moment } from './deliver';
import { type Stage, type StageLocation, startStage, type TestOutbox } from './testing/stage';

let stage: Stage;
let outbox: TestOutbox;
let location: StageLocation;
let id: string;
let other: string;

beforeAll(async () => {
  stage = await startStage();
  outbox = await stage.instance();
});
afterAll(() => stage.stop());

beforeEach(async () => {
  await stage.undoTime('jonas', 0);
  location = await stage.location({ preset: 'empty', conversations: 4 });
  const threads = await location.threads();
  id = threads[0]?.id ?? '';
  other = threads[1]?.id ?? '';
});

describe('the undo time', () => {
  it('is counted by the server, and what is undone comes back whole and never leaves', async () => {
    await stage.undoTime('jonas', 10);
    const send = await location.submit(id, { text: 'Not so fast' }, 'jonas');
    expect(send.state).toBe('held');
    expect(send.leavesInMs).toBeGreaterThan(5_000);
    await location.later(4_000, send);
    await outbox.runDue();
    const undone = await location.act(send, { act: 'undo' }, 'jonas');
    expect(undone).toMatchObject({ state: 'withdrawn', request: send.request, leavesInMs: null });
    expect(await location.act(send, { act: 'undo' }, 'jonas')).toEqual(undone);
    await location.later(60_000, send);
    await outbox.runDue();
    expect(await location.texts()).toEqual([]);
    expect(await location.list(id)).toEqual([]);
  });

  it('ends by itself with nobody there, and then it is too late', async () => {
    await stage.undoTime('jonas', 10);
    const send = await location.submit(id, {}, 'jonas');
    await location.later(10_001, send);
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
    await expect(location.act(send, { act: 'undo' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be cut short, and a chat or a comment has none', async () => {
    await stage.undoTime('jonas', 30);
    const send = await location.submit(id, {}, 'jonas');
    const chat = await location.submit(other, { channel: 'Live_Chat' }, 'jonas');
    expect(chat.leavesInMs).toBe(0);
    await location.act(send, { act: 'send-now' });
    await outbox.runDue();
    expect(await location.texts()).toContain(send.request.text);
  });

  it.each(['claimed', 'checked'] as const)('can end in an undo at the last moment: %s', async (when) => {
    const send = await location.submit(id);
    const late = await stage.instance(async (moment) => {
      if (moment === when) await location.act(send, { act: 'undo' });
    });
    await late.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'withdrawn', attempts: 0 });
    expect(await location.texts()).toEqual([]);
  });

  it('is over once the call has begun: the undo says so and the message leaves', async () => {
    const send = await location.submit(id);
    const refusals: unknown[] = [];
    const late = await stage.instance(async (moment) => {
      if (moment === 'committed')
        await location.act(send, { act: 'undo' }).catch((error: unknown) => refusals.push(error));
    });
    await late.runDue();
    expect(refusals).toEqual([
      expect.objectContaining({ code: 'conflict', message: expect.stringMatching(/Too late/) }),
    ]);
    expect(await location.texts()).toEqual([send.request.text]);
  });
});

describe('one id', () => {
  it('is one message, however often and from however many tabs it is asked for', async () => {
    const clientId = crypto.randomUUID();
    const wanted = { clientId, text: 'Only one' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => location.submit(id, wanted)));
    expect(new Set(answers.map((answer) => answer.clientId))).toEqual(new Set([clientId]));
    await outbox.runDue();
    expect(await location.submit(id, wanted)).toMatchObject({ state: 'sent' });
    expect(await location.texts()).toEqual(['Only one']);
  });

  it('is the same message whatever its writer has seen meanwhile', async () => {
    const wanted = { clientId: crypto.randomUUID(), text: 'The same' };
    await location.submit(id, wanted);
    const seen = await location.newest(id);
    await location.submit(id, { ...wanted, seen });
    await outbox.runDue();
    expect(await location.texts()).toEqual(['The same']);
  });

  it('goes to a number of the contact and to no other, whatever a browser says', async () => {
    const send = await location.submit(id, { to: '+15005550006' });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'failed', error: { code: 'bad_request' } });
    expect(await location.accepted()).toEqual([]);
  });

  it('is refused for another text, another person or another conversation', async () => {
    const clientId = crypto.randomUUID();
    await location.submit(id, { clientId, text: 'One' });
    await expect(location.submit(id, { clientId, text: 'Two' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(location.submit(other, { clientId, text: 'One' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(location.submit(id, { clientId, text: 'One' }, 'jonas')).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(location.submit(id, { text: '  ' })).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('several', () => {
  it('leave in the order in which they were written, one at a time, while other conversations go on', async () => {
    await location.fault({ status: 429, headers: { 'x-ratelimit-interval-milliseconds': '20' } });
    const texts = ['one', 'two', 'three'];
    const sends = [];
    for (const text of texts) sends.push(await location.submit(id, { text }));
    await outbox.runDue();
    // The first waits, and the others behind it.
    expect((await location.list(id)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['held', 1],
      ['held', 0],
      ['held', 0],
    ]);
    const elsewhere = await location.submit(other, { text: 'elsewhere' });
    await outbox.runDue();
    expect(await location.now(elsewhere)).toMatchObject({ state: 'sent' });
    await location.later(20_000, ...sends);
    await outbox.runDue();
    expect(await location.texts()).toEqual(['elsewhere', ...texts]);
  });

  it('do not wait for a conversation that hangs', async () => {
    const hanging = await location.submit(id, { text: 'hangs' });
    const others = (await location.threads()).map((thread) => thread.id).filter((one) => one !== id);
    for (const conversationId of others) await location.submit(conversationId, { text: 'goes on' });
    const instance = await stage.instance(async (moment, row) => {
      if (moment === 'committed' && row.clientId === hanging.clientId)
        await expect.poll(() => location.texts()).toEqual(others.map(() => 'goes on'));
    });
    await instance.runDue();
    expect((await location.texts()).at(-1)).toBe('hangs');
  });

  it('are neither held for longer nor sent twice when the clock is set back', async () => {
    await stage.undoTime('jonas', 10);
    const send = await location.submit(id, {}, 'jonas');
    await outbox.runDue();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    try {
      await outbox.runDue();
      expect((await location.now(send)).leavesInMs).toBeLessThanOrEqual(10_000);
      await location.later(10_001, send);
      await outbox.runDue();
      await outbox.runDue();
      expect(await location.texts()).toEqual([send.request.text]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are shared between two instances, each of them left once', async () => {
    const second = await stage.instance();
    const conversations = (await location.threads()).map((thread) => thread.id);
    const texts = Array.from({ length: 12 }, (_, place) => `text ${place}`);
    for (const [place, text] of texts.entries())
      await location.submit(conversations[place % conversations.length] ?? '', { text });
    await Promise.all([outbox.runDue(), second.runDue(), outbox.runDue()]);
    expect((await location.texts()).sort()).toEqual([...texts].sort());
  });
});

describe('a process that ends', () => {
  it.each([
    ['claimed', 'sent', 1],
    ['checked', 'sent', 1],
    ['committed', 'unclear', 0],
    ['answered', 'unclear', 1],
    ['settled', 'sent', 1],
  ] as const)('once it has %s leaves a send %s', async (when: Moment, state, effects) => {
    const send = await location.submit(id);
    const gone = await stage.instance();
    let isThere: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      isThere = resolve;
    });
    const dying = await stage.instance((moment) => {
      if (moment !== when) return;
      isThere();
      return new Promise(() => undefined);
    });
    void dying.runDue();
    await reached;
    // While it may be alive nobody touches what it has taken.
    await gone.runDue();
    await dying.die();
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state });
    expect(await location.texts()).toHaveLength(effects);
  });

  it.each(['claimed', 'committed', 'answered'] as const)(
    'loses nothing when it is the database that is restarted: %s',
    async (when) => {
      const send = await location.submit(id);
      let restart: Promise<void> | null = null;
      const through = await stage.instance(async (moment) => {
        if (moment !== when) return;
        restart = stage.reopenDatabase();
        await restart;
      });
      // Whoever asks in that very instant fails, and looks again.
      await through.runDue().catch(() => undefined);
      await restart;
      await through.runDue();
      expect(await location.now(send)).toMatchObject({ state: 'sent' });
      expect(await location.texts()).toEqual([send.request.text]);
    },
  );

  it('because it is asked to brings its call to an end, and takes up nothing more', async () => {
    await location.fault({ kind: 'delay', delayMs: 300, applyEffect: true });
    const send = await location.submit(id);
    const ending = await stage.instance();
    ending.nudge();
    await expect.poll(() => location.texts()).toHaveLength(1);
    const next = await location.submit(other);
    await ending.stop();
    ending.nudge();
    expect(await location.now(send)).toMatchObject({ state: 'sent' });
    expect(await location.now(next)).toMatchObject({ state: 'held' });
    await outbox.runDue();
    expect(await location.now(next)).toMatchObject({ state: 'sent' });
  });

  it('and was away for long sends nothing late: a person decides', async () => {
    const send = await location.submit(id);
    await location.later(15 * 60_000 + 1, send);
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'expired', error: { code: 'late' } });
    expect(await location.texts()).toEqual([]);
    await location.act(send, { act: 'send-anyway' });
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it('and was away for long still asks when somebody wrote meanwhile', async () => {
    await location.inbound(id);
    const send = await location.submit(id, { seen: await location.newest(id) });
    await location.later(15 * 60_000 + 1, send);
    await location.inbound(id);
    await outbox.runDue();
    await location.act(send, { act: 'send-anyway' });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'stopped' });
    expect(await location.texts()).toEqual([]);
  });
});

describe('whoever wrote since', () => {
  async function seenNow() {
    const { message } = (await location.inbound(id, { body: 'First' })) as {
      message: { id: string; dateAdded: string };
    };
    return { messageId: message.id, at: new Date(message.dateAdded).getTime() };
  }

  it('stops a send once, and it goes out when a person says so', async () => {
    const send = await location.submit(id, { seen: await seenNow() });
    await location.inbound(id, { body: 'Wait, no!', dateAdded: Date.now() + 1000 });
    await outbox.runDue();
    const stopped = await location.now(send);
    expect(stopped).toMatchObject({ state: 'stopped', attempts: 0, error: { code: 'newer_message' } });
    expect(stopped.newerMessageId).toEqual(expect.any(String));
    expect(await location.texts()).toEqual([]);
    await location.act(send, { act: 'send-anyway' });
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
  });

  it('is not the writer: two messages in a row leave both', async () => {
    const seen = await seenNow();
    await location.submit(id, { seen, text: 'one' });
    await outbox.runDue();
    await location.submit(id, { seen, text: 'two' });
    await outbox.runDue();
    expect(await location.texts()).toEqual(['one', 'two']);
  });

  it('may be a colleague', async () => {
    const seen = await seenNow();
    await location.submit(id, { text: 'I have it' }, 'jonas');
    await outbox.runDue();
    const send = await location.submit(id, { seen });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'stopped' });
  });

  it('is waited for when the thread cannot be read: nothing leaves unseen', async () => {
    const send = await location.submit(id, { seen: await seenNow() });
    // Others read threads too: whoever looks for who waits.
    await location.fault({ operation: 'get-messages', status: 503, count: 100 });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'held', error: { code: 'ghl_unavailable' } });
    await location.clearFaults();
    await location.later(10_000, send);
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
  });
});

describe('what cannot be sent', () => {
  it('because its writer lost the right says so', async () => {
    const send = await location.submit(id, {}, 'sam');
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'failed', error: { code: 'forbidden' } });
  });

  it('because the conversation is gone says so', async () => {
    const send = await location.submit(id);
    await fetch(`${location.ghl.baseUrl}/conversations/${id}`, {
      method: 'DELETE',
      headers: location.headers,
    });
    await outbox.runDue();
    expect(await location.now(send)).toMatchObject({ state: 'failed', error: { code: 'not_found' } });
  });
});

describe('what is unclear', () => {
  it('is sent again as a send of its own, once, by whoever decides it', async () => {
    await location.fault({ kind: 'reset-before' });
    const send = await location.submit(id);
    await outbox.runDue();
    await expect(location.act(send, { act: 'again', clientId: send.clientId })).rejects.toMatchObject({
      code: 'conflict',
    });
    const act = { act: 'again', clientId: crypto.randomUUID() } as const;
    const again = await location.act(send, act);
    expect(again).toMatchObject({ state: 'held', againOf: send.clientId });
    expect(await location.act(send, act)).toMatchObject({ clientId: again.clientId });
    await expect(location.act(send, { ...act, clientId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'conflict',
    });
    await outbox.runDue();
    expect(await location.texts()).toEqual([send.request.text]);
  });
});
