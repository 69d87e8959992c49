// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Send } from '@/lib/shared/contract/send';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { ApiError } from './api';
import { newClientId } from './client-id';
import { emptyDraft } from './drafts';
import { addOutgoing, changeOutgoing, idOf, type Outgoing, readOutgoing, removeOutgoing } from './outgoing';
import { cancelOutgoing, sendOutgoing, startOutgoing } from './outgoing-runner';

const offline = () => new ApiError('offline', 'Not reached.', 0);
const said: string[] = [];
let answer: (outgoing: Outgoing) => Promise<Send>;
let undo: (outgoing: Outgoing) => Promise<Send>;
let stop = () => {};

const textOf = (outgoing: Outgoing) => outgoing.request.text;
const texts = () => readOutgoing().map((each) => `${textOf(each)} ${each.phase}`);

function aSend(text: string, parts: Partial<Outgoing> = {}): Outgoing {
  return {
    locationId: 'l1',
    conversationId: 'c1',
    personId: 'p1',
    request: sendRequestSchema.parse({ clientId: newClientId(), channel: 'SMS', text }),
    draftKey: 'k',
    draft: { ...emptyDraft, text },
    startedAt: Date.now(),
    tries: 0,
    phase: 'sending',
    problem: null,
    isWanted: false,
    ...parts,
  };
}

function send(text: string, parts: Partial<Outgoing> = {}): string {
  const outgoing = aSend(text, parts);
  addOutgoing(outgoing);
  sendOutgoing();
  return idOf(outgoing);
}

/** As the server would answer, as far as anybody looks. */
const held = async (_outgoing: Outgoing) => ({ state: 'held' }) as Send;

function start(personId = 'p1'): void {
  stop();
  stop = startOutgoing({
    personId,
    post: (outgoing) => answer(outgoing),
    undo: (outgoing) => undo(outgoing),
    onAccepted: (outgoing, { state }) => said.push(`${textOf(outgoing)}: ${state}`),
    onRefused: (outgoing, error) => said.push(`${textOf(outgoing)}: refused, ${error.code}`),
    onCancelled: (outgoing, isKnown) => said.push(`${textOf(outgoing)}: back${isKnown ? ', same id' : ''}`),
    onTooLate: (outgoing) => said.push(`${textOf(outgoing)}: too late`),
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  for (const each of readOutgoing()) removeOutgoing(idOf(each));
  said.length = 0;
  answer = held;
  undo = async () => ({ state: 'withdrawn' }) as Send;
  start();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('without network', () => {
  beforeEach(() => {
    answer = () => Promise.reject(offline());
  });

  it('waits, in the storage too, and goes by itself once the server is reached, in the order of the clicks', async () => {
    send('one');
    send('two');
    send('elsewhere', { conversationId: 'c2' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(texts()).toEqual(['one waiting', 'two sending', 'elsewhere waiting']);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('parley.sending/'))).toHaveLength(3);
    answer = held;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(said.filter((line) => !line.startsWith('else'))).toEqual(['one: held', 'two: held']);
    expect(said).toContain('elsewhere: held');
    expect(texts()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  it('tries again also where the browser does not tell that the network is back', async () => {
    send('one');
    await vi.advanceTimersByTimeAsync(0);
    answer = held;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(said).toEqual(['one: held']);
  });

  it('gives the text back; it may have arrived, so it stays the same message', async () => {
    undo = () => Promise.reject(offline());
    const id = send('one');
    await vi.advanceTimersByTimeAsync(0);
    expect(cancelOutgoing(id)).toBe(true);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said).toEqual(['one: back, same id']);
    expect(texts()).toEqual([]);
  });

  it('gives the text back as the same message also where the server never heard of it: it may still arrive there', async () => {
    undo = () => Promise.reject(new ApiError('not_found', 'No such send.', 404));
    const id = send('one');
    await vi.advanceTimersByTimeAsync(0);
    cancelOutgoing(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['one: back, same id']);
  });

  it('keeps it in the storage until its text is back, and takes it back on a page that is opened meanwhile', async () => {
    let lose = () => {};
    undo = () => new Promise((_resolve, reject) => (lose = () => reject(offline())));
    const id = send('one');
    await vi.advanceTimersByTimeAsync(0);
    cancelOutgoing(id);
    sendOutgoing();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(localStorage.getItem(`parley.sending/${id}`)).toContain('cancelling');
    expect(said).toEqual([]);
    lose();
    await vi.advanceTimersByTimeAsync(0);
    expect(localStorage).toHaveLength(0);

    addOutgoing(aSend('left', { phase: 'cancelling', tries: 1 }));
    undo = () => Promise.reject(offline());
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['one: back, same id', 'left: back, same id']);
    expect(texts()).toEqual([]);
  });

  it('says so where it had arrived and left before it was taken back', async () => {
    undo = () => Promise.reject(new ApiError('conflict', 'It has been sent.', 409));
    const id = send('one');
    await vi.advanceTimersByTimeAsync(0);
    cancelOutgoing(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['one: too late']);
  });

  it('lets a person decide about what is too old, and does not hold up what is newer', async () => {
    const id = send('old', { startedAt: Date.now() - 16 * 60_000 });
    send('new');
    answer = held;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said).toEqual(['new: held']);
    expect(texts()).toEqual(['old late']);
    changeOutgoing(id, { isWanted: true });
    sendOutgoing();
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['new: held', 'old: held']);
  });
});

it('gives back what the server refuses, and goes on with the next', async () => {
  answer = (outgoing) =>
    textOf(outgoing) === 'bad'
      ? Promise.reject(new ApiError('bad_request', 'No such file.', 400))
      : held(outgoing);
  send('bad');
  send('good');
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(['bad: refused, bad_request', 'good: held']);
});

it('keeps what a server with a fault of its own did not take', async () => {
  answer = () => Promise.reject(new ApiError('internal', 'Something went wrong.', 500));
  send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(readOutgoing()[0]).toMatchObject({ phase: 'waiting', problem: 'Something went wrong.' });
});

it('keeps what a server did not take because the session has ended', async () => {
  answer = () => Promise.reject(new ApiError('unauthenticated', 'Sign in.', 401));
  send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(texts()).toEqual(['one waiting']);
});

it('does not take back what is of somebody else', () => {
  const foreign = aSend('foreign', { personId: 'p2' });
  addOutgoing(foreign);
  expect(cancelOutgoing(idOf(foreign))).toBe(false);
  expect(texts()).toEqual(['foreign sending']);
});

it('takes back on the server what was cancelled while its answer was on the way', async () => {
  let arrive = () => {};
  answer = (outgoing) => new Promise((resolve) => (arrive = () => void held(outgoing).then(resolve)));
  const id = send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(cancelOutgoing(id)).toBe(true);
  expect(said).toEqual([]);
  arrive();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(['one: held', 'one: withdrawn', 'one: back']);
});

it('asks the server to take back what was cancelled while its answer got lost', async () => {
  let lose = () => {};
  answer = () => new Promise((_resolve, reject) => (lose = () => reject(offline())));
  const id = send('one');
  await vi.advanceTimersByTimeAsync(0);
  cancelOutgoing(id);
  lose();
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual(['one: withdrawn', 'one: back']);
  expect(texts()).toEqual([]);
});

it('leaves it to the server once that has answered', async () => {
  const id = send('one');
  await vi.advanceTimersByTimeAsync(0);
  expect(cancelOutgoing(id)).toBe(false);
});

it('sends what a crashed tab left behind, under its own id, and never in the name of somebody else', async () => {
  const left = aSend('left');
  const foreign = aSend('foreign', { personId: 'p2' });
  stop();
  for (const each of [left, foreign]) {
    const newValue = JSON.stringify(each);
    const key = `parley.sending/${idOf(each)}`;
    localStorage.setItem(key, newValue);
  }
  // A page that opens reads what is there; this one has been open, and hears of it.
  const seen: string[] = [];
  answer = (outgoing) => {
    seen.push(idOf(outgoing));
    return held(outgoing);
  };
  start();
  for (const each of [left, foreign]) {
    window.dispatchEvent(
      new StorageEvent('storage', { key: `parley.sending/${idOf(each)}`, newValue: JSON.stringify(each) }),
    );
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toEqual([idOf(left)]);
  expect(texts()).toEqual(['foreign sending']);
});
