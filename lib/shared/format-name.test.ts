import { describe, expect, it } from 'vitest';
import { nameInSentence } from './format-name';

describe('a name in a sentence', () => {
  it('is as it is while it is short', () => {
    expect(nameInSentence('Amara Okafor')).toBe('Amara Okafor');
  });

  it('is cut between two signs, never through one', () => {
    expect(nameInSentence('W'.repeat(200))).toBe(`${'W'.repeat(40)}…`);
    expect(nameInSentence('👨‍👩‍👧‍👦'.repeat(50))).toBe(`${'👨‍👩‍👧‍👦'.repeat(40)}…`);
  });

  it('turns nothing around that stands beside it', () => {
    expect(nameInSentence('نوعا')).toBe('\u2068نوعا\u2069');
    expect(nameInSentence('a\u202Eb')).toBe('\u2068a\u202Eb\u2069');
  });
});
