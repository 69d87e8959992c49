import { describe, expect, it } from 'vitest';
import { conversationCount, emptyWords, retryWords, shortCount, unfiltered } from './list-words';

describe('an empty list', () => {
  it('offers nothing to clear when the inbox itself is empty', () => {
    expect(emptyWords(unfiltered)).toMatchObject({ title: 'No conversations yet', hasWayOut: false });
    expect(emptyWords({ ...unfiltered, sort: 'oldest' }).hasWayOut).toBe(false);
  });

  it('says which view is empty, with a way out', () => {
    expect(emptyWords({ ...unfiltered, status: 'unread' })).toMatchObject({
      title: 'No unread conversations',
      hasWayOut: true,
    });
    expect(emptyWords({ ...unfiltered, status: 'starred', channel: 'sms' })).toMatchObject({
      title: 'No starred conversations with these filters',
      hasWayOut: true,
    });
  });

  it('says what a search does not look through', () => {
    const words = emptyWords({ ...unfiltered, q: 'refund', direction: 'inbound' });
    expect(words.title).toBe('No conversations for “refund”');
    expect(words.text).toContain('not message texts');
  });
});

describe('a range of days in the wrong order', () => {
  const reversed = { ...unfiltered, from: '2026-11-04', to: '2026-11-03' };

  it('is said, with a search too', () => {
    for (const filter of [reversed, { ...reversed, q: 'refund' }]) {
      expect(emptyWords(filter)).toMatchObject({
        title: 'No conversations with these filters',
        text: expect.stringContaining('The first day is after the last day.'),
        hasWayOut: true,
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
    expect([1, 0, 12_345].map(conversationCount)).toEqual([
      '1 conversation',
      '0 conversations',
      '12,345 conversations',
    ]);
  });
});
