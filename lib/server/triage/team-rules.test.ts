import { describe, expect, it } from 'vitest';
import { isHumanReply, isOfCustomer } from './message-kinds';
import { verdictByRow, waitingByRow, waitingByThread } from './team-rules';

const now = 1_000_000;
const done = { kind: 'done', seenUpTo: 100, checkedUpTo: 0, until: null, endsOnAnswer: false } as const;
const snoozed = { ...done, kind: 'snoozed', until: new Date(now + 1), endsOnAnswer: true } as const;
const message = { type: 'TYPE_SMS', body: null, isAutomated: false };
const inbound = (at: number) => ({ ...message, direction: 'inbound' as const, at });
const outbound = (at: number) => ({ ...message, direction: 'outbound' as const, at });

describe('a state of the team', () => {
  it('holds while nothing is newer than what was seen, or than what was proven since', () => {
    expect(verdictByRow(done, inbound(100), now)).toBe('holds');
    expect(verdictByRow({ ...done, checkedUpTo: 200 }, outbound(200), now)).toBe('holds');
    expect(verdictByRow(done, { ...inbound(0), at: null }, now)).toBe('holds');
  });

  it('ends with what the customer wrote after what was seen, whatever our clock says', () => {
    expect(verdictByRow(done, inbound(101), 0)).toBe('answered');
    expect(verdictByRow(snoozed, inbound(101), 0)).toBe('answered');
  });

  it.each([
    ['an automatic answer', outbound(101)],
    ['an event', { ...inbound(101), type: 'TYPE_ACTIVITY_APPOINTMENT' }],
    ['a note of the team', { ...inbound(101), type: 'TYPE_INTERNAL_COMMENT' }],
    ['a row without a direction', { ...message, direction: null, at: 101 }],
  ])('is not proven by the row when %s stands there', (_what, last) => {
    expect(verdictByRow(done, last, now)).toBe('unproven');
  });

  it('wakes at its time, and not by an answer when that was not wished', () => {
    expect(verdictByRow(snoozed, inbound(1), now + 1)).toBe('woke');
    expect(verdictByRow({ ...snoozed, endsOnAnswer: false }, inbound(101), now)).toBe('holds');
    expect(verdictByRow({ ...snoozed, endsOnAnswer: false }, inbound(101), now + 1)).toBe('woke');
  });
});

describe('who waits', () => {
  it('is told by the row alone when the customer wrote last, though perhaps for longer', () => {
    expect(waitingByRow(inbound(50), null)).toMatchObject({ since: 50, isAtLeast: true });
    expect(waitingByRow(outbound(50), null)).toMatchObject({ since: null });
    expect(waitingByRow(inbound(50), 50)).toEqual({ since: null, isAtLeast: false, readRank: 0 });
  });

  it('is asked of the thread first where a machine or an event may cover a message', () => {
    const automated = waitingByRow({ ...outbound(50), isAutomated: true }, null);
    expect(automated.readRank).toBe(1);
    expect(waitingByRow(outbound(50), null).readRank).toBeGreaterThan(1);
  });

  it('is nobody in a conversation without a message', () => {
    const placeholder = { ...message, type: 'TYPE_NO_SHOW', direction: null, at: 5 };
    expect(waitingByRow(placeholder, null)).toEqual({ since: null, isAtLeast: false, readRank: 0 });
  });

  it('waits since the first message after the last answer of a person', () => {
    const events = [
      { at: 9, by: 'machine' },
      { at: 8, by: 'customer' },
      { at: 7, by: 'machine' },
      { at: 6, by: 'customer' },
      { at: 5, by: 'person' },
      { at: 4, by: 'customer' },
    ] as const;
    expect(waitingByThread({ events, isWhole: true }, null)).toMatchObject({ since: 6, isAtLeast: false });
    expect(waitingByThread({ events, isWhole: true }, 6)).toMatchObject({ since: 8 });
    expect(waitingByThread({ events, isWhole: true }, 8)).toMatchObject({ since: null });
  });

  it('waits at least since the oldest message that was read', () => {
    const events = [{ at: 9, by: 'customer' }] as const;
    expect(waitingByThread({ events, isWhole: false }, null)).toMatchObject({ since: 9, isAtLeast: true });
  });
});

describe('a message', () => {
  const sent = {
    type: 'TYPE_SMS',
    direction: 'outbound',
    source: 'app',
    userId: null,
    status: 'delivered',
  } as const;

  it.each([
    [sent, true],
    [{ ...sent, source: 'api' }, true],
    [{ ...sent, source: null, userId: 'u1' }, true],
    [{ ...sent, type: 'TYPE_CALL', source: null }, true],
    [{ ...sent, source: 'workflow' }, false],
    [{ ...sent, source: 'campaign', userId: 'u1' }, false],
    [{ ...sent, source: 'bulk_actions', userId: 'u1' }, false],
    [{ ...sent, source: null }, false],
    [{ ...sent, type: 'TYPE_INTERNAL_COMMENT' }, false],
    [{ ...sent, type: 'TYPE_ACTIVITY_CONTACT' }, false],
    [{ ...sent, status: 'failed' }, false],
    [{ ...sent, status: 'scheduled' }, false],
    [{ ...sent, direction: 'inbound' as const }, false],
  ])('%j is an answer of a person: %s', (facts, expected) => {
    expect(isHumanReply(facts)).toBe(expected);
  });

  it('of the customer is anything that comes in, also of a type nobody knows, but no event and no note', () => {
    const of = (type: string) => isOfCustomer({ type, direction: 'inbound' });
    expect(['TYPE_SMS', 'TYPE_CALL', 'TYPE_VOICEMAIL', 'TYPE_REVIEW', 'TYPE_HOLOGRAM'].every(of)).toBe(true);
    expect(['TYPE_ACTIVITY_PAYMENT', 'TYPE_INTERNAL_COMMENT', 'TYPE_NO_SHOW'].some(of)).toBe(false);
  });
});
