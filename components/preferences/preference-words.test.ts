import { describe, expect, it } from 'vitest';
import { hasUnsubscribed, resultWords } from './preference-words';

describe('the result of a change', () => {
  it('is what GoHighLevel says afterwards, not what was asked for', () => {
    expect(resultWords('News', 'unsubscribed', 'unsubscribed')).toBe('Unsubscribed from News.');
    expect(resultWords('News', 'subscribed', 'subscribed')).toBe('Subscribed to News again.');
    expect(resultWords('News', 'unsubscribed', 'subscribed')).toContain('still says subscribed');
    expect(resultWords('News', 'subscribed', 'unknown')).toContain('gives no status yet');
  });
});

describe('a no to take back', () => {
  const type = { subtypeId: 'a', name: 'News', isArchived: false, status: 'unsubscribed' } as const;

  it('is one of a type that is still sent, or of the whole address', () => {
    expect(hasUnsubscribed([type], null)).toBe(true);
    expect(hasUnsubscribed([{ ...type, isArchived: true }], null)).toBe(false);
    expect(hasUnsubscribed([{ ...type, status: 'unknown' }], null)).toBe(false);
    expect(hasUnsubscribed([], 'unsubscribed')).toBe(true);
  });
});
