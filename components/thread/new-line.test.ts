import { describe, expect, it } from 'vitest';
import { afterArrival, afterLeaving, isNews, newestTime, openLine } from './new-line';
import { aMessage } from './test-data';

describe('the line above what is new', () => {
  it('stands where the person stopped, and stays there while they read', () => {
    const line = openLine(10, 30);
    expect(afterArrival(line, 40, true)).toEqual({ after: 10, newestAt: 40 });
  });

  it('is not drawn above what somebody saw come in', () => {
    const line = afterArrival(openLine(30, 30), 40, true);
    expect(line.after).toBe(40);
    expect(afterArrival(line, 50, true).after).toBe(50);
  });

  it('stands above what came while nobody looked', () => {
    expect(afterArrival(openLine(30, 30), 40, false)).toEqual({ after: 30, newestAt: 40 });
  });

  it('moves on when someone looks away from what they have seen', () => {
    expect(afterLeaving(openLine(10, 30), 30)).toEqual({ after: 30, newestAt: 30 });
    expect(afterLeaving(openLine(30, 30), null)).toEqual(openLine(30, 30));
    expect(afterLeaving(openLine(30, 30), 20).after).toBe(30);
  });

  it('is in no thread that this person has never seen', () => {
    const line = openLine(null, 30);
    expect(afterArrival(line, 40, true).after).toBeNull();
  });
});

describe('news', () => {
  it('is what the contact wrote and what the team noted', () => {
    expect(isNews(aMessage({ id: 'a', at: 11 }), 10)).toBe(true);
    expect(isNews(aMessage({ id: 'b', at: 11, direction: 'outbound' }), 10)).toBe(false);
    const note = aMessage({ id: 'c', at: 11, direction: 'outbound', type: 'TYPE_INTERNAL_COMMENT' });
    expect(isNews(note, 10)).toBe(true);
    expect(isNews(aMessage({ id: 'd', at: 11, type: 'TYPE_ACTIVITY_CONTACT' }), 10)).toBe(false);
  });

  it('is not what was seen, and not what has no time or cannot be read', () => {
    expect(isNews(aMessage({ id: 'a', at: 10 }), 10)).toBe(false);
    expect(isNews(aMessage({ id: 'b', at: null }), 10)).toBe(false);
    expect(isNews({ kind: 'unreadable', id: 'c', at: 20 }, 10)).toBe(false);
  });
});

it('the newest time leaves out what is still to be sent', () => {
  const messages = [
    aMessage({ id: 'a', at: 10 }),
    aMessage({ id: 'b', at: null }),
    aMessage({ id: 'c', at: 99, direction: 'outbound', status: 'scheduled' }),
  ];
  expect(newestTime(messages)).toBe(10);
  expect(newestTime([])).toBeNull();
});
