import { describe, expect, it } from 'vitest';
import { shouldLoadMore } from './list-paging';

describe('reading the next page', () => {
  it('begins two screens before the end, and not sooner', () => {
    expect(shouldLoadMore(10, 100)).toBe(false);
    expect(shouldLoadMore(68, 100)).toBe(false);
    expect(shouldLoadMore(69, 100)).toBe(true);
    expect(shouldLoadMore(99, 100)).toBe(true);
  });

  it('begins at once when nothing is shown yet', () => {
    expect(shouldLoadMore(-1, 0)).toBe(true);
  });
});
