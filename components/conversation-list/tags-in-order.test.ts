import { expect, it } from 'vitest';
import { tagsInOrder } from './tags-in-order';

it('shows the tag first that was filtered by', () => {
  expect(tagsInOrder(['lead', 'VIP', 'new'], ['vip'])).toEqual(['VIP', 'lead', 'new']);
  expect(tagsInOrder(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c', 'b']);
});

it('leaves the order alone without a filter, and names no tag twice', () => {
  expect(tagsInOrder(['b', 'a', 'b'], [])).toEqual(['b', 'a']);
});
