import { describe, expect, it } from 'vitest';
import { conversationCount, emptyWords, listTotal, nextView, retryWords, shortCount } from './list-words';

describe('an empty list', () => {
  it('says which view is empty, without filters to clear', () => {
    expect(emptyWords({ view: 'open' })).toMatchObject({ title: 'Nothing is open', isNarrowed: false });
    expect(emptyWords({ view: 'waiting' })).toMatchObject({ title: 'Nothing waits', isNarrowed: false });
    expect(emptyWords({ view: 'done', sort: 'oldest' }).isNarrowed).toBe(false);
  });

  it('says that filters leave nothing', () => {
    for (const filter of [{ channel: ['sms'] }, { tags: ['vip'] }, { assigned: ['me'] }] as const) {
      expect(emptyWords({ view: 'starred', ...filter })).toMatchObject({
        title: 'No starred conversations with these filters',
        isNarrowed: true,
      });
    }
  });

  it('says what a search does not look through', () => {
    const words = emptyWords({ view: 'all', q: 'refund', direction: 'inbound' });
    expect(words.title).toBe('No conversations for “refund”');
    expect(words.text).toContain('not message texts');
  });
});

describe('the view to go on with', () => {
  const counts = {
    open: { count: 12, isAtLeast: true },
    waiting: { count: 0, isAtLeast: false },
    all: { count: 70, isAtLeast: false },
  };

  it('is one that has something, the most urgent first', () => {
    expect(nextView('waiting', counts)).toEqual({ name: 'open', words: 'at least 12' });
    expect(nextView('open', counts)).toEqual({ name: 'all', words: '70' });
  });

  it('is none where nothing is anywhere, or it is not known', () => {
    expect(nextView('open', { open: { count: 3, isAtLeast: false } })).toBeNull();
    expect(nextView('open', undefined)).toBeNull();
  });
});

describe('a range of days in the wrong order', () => {
  const reversed = { view: 'all', from: '2026-11-04', to: '2026-11-03' } as const;

  it('is said, with a search too', () => {
    for (const filter of [reversed, { ...reversed, q: 'refund' }]) {
      expect(emptyWords(filter)).toMatchObject({
        title: 'No conversations with these filters',
        text: expect.stringContaining('The first day is after the last day.'),
        isNarrowed: true,
      });
    }
  });
});

describe('a list that could not be read', () => {
  it('says once that it is tried again', () => {
    expect(retryWords('It broke.')).toBe('It broke. Trying again every few seconds.');
    for (const message of ['Nothing is lost; it is tried again.', 'It goes on by itself in a moment.'])
      expect(retryWords(message)).toBe(message);
  });
});

describe('counts', () => {
  it('fit into four signs on a tab', () => {
    expect([0, 41, 9_999, 12_345, 999_999].map(shortCount)).toEqual(['0', '41', '9999', '12K', '1M']);
  });

  it('are said in words', () => {
    expect([1, 0, 12_345].map((count) => conversationCount(count))).toEqual([
      '1 conversation',
      '0 conversations',
      '12,345 conversations',
    ]);
    expect(conversationCount(41, true)).toBe('at least 41 conversations');
  });

  it('grow with what is loaded, and are exact once all of it is', () => {
    const atLeast = { total: 30, isTotalAtLeast: true };
    expect(listTotal(null, 0, false)).toBeNull();
    expect(listTotal({ total: 57 }, 30, false)).toEqual({ count: 57, isAtLeast: false });
    expect(listTotal(atLeast, 30, false)).toEqual({ count: 30, isAtLeast: true });
    expect(listTotal(atLeast, 60, false)).toEqual({ count: 60, isAtLeast: true });
    expect(listTotal(atLeast, 71, true)).toEqual({ count: 71, isAtLeast: false });
  });
});
