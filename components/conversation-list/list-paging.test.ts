import { describe, expect, it } from 'vitest';
import { shouldLoadMore } from './list-paging';

describe('reading the next page', () => {
  it('begins within eight rows of the end, and not before', () => {
    expect(shouldLoadMore(10, 50)).toBe(false);
    expect(shouldLoadMore(40, 50)).toBe(false);
    expect(shouldLoadMore(41, 50)).toBe(true);
    expect(shouldLoadMore(49, 50)).toBe(true);
  });

  it('begins at once when nothing is shown yet', () => {
    expect(shouldLoadMore(-1, 0)).toBe(true);
  });
});
