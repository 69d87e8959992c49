import { describe, expect, it } from 'vitest';
import { changesThread, knownSend, sendsInterval } from '@/lib/client/queries/send-times';
import { aSend } from './test-data';

const tick = 1_000_000;

describe('sends are read again', () => {
  it('at the moment when the next one leaves', () => {
    const held = (leavesInMs: number) => knownSend(aSend({ clientId: 'a', state: 'held', leavesInMs }), tick);
    expect(sendsInterval([held(9_000), held(4_000)], tick)).toBe(4_250);
    expect(sendsInterval([held(4_000)], tick + 3_000)).toBe(1_250);
    expect(sendsInterval([held(0)], tick)).toBe(700);
  });

  it('quickly while one is under way or looked for, else like everything', () => {
    expect(sendsInterval([aSend({ clientId: 'a', state: 'sending' })], tick)).toBe(700);
    expect(sendsInterval([aSend({ clientId: 'a', state: 'unclear' })], tick)).toBe(3_000);
    expect(sendsInterval([aSend({ clientId: 'a', state: 'failed' })], tick)).toBe(15_000);
    expect(sendsInterval([], tick)).toBe(15_000);
  });
});

it('the thread is read once a send has become a message, or a newer message stopped it', () => {
  const held = aSend({ clientId: 'a', state: 'held' });
  const sent = aSend({ clientId: 'a', state: 'sent' });
  const stopped = aSend({ clientId: 'a', state: 'stopped' });
  expect(changesThread([held], [held])).toBe(false);
  expect(changesThread([held], [sent])).toBe(true);
  expect(changesThread([held], [stopped])).toBe(true);
  expect(changesThread([sent], [sent])).toBe(false);
  expect(changesThread([], [sent])).toBe(true);
});
