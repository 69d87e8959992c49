import { describe, expect, it } from 'vitest';
import { conversationCount, emptyWords, shortCount, unfiltered } from './list-words';

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
