import { expect, it } from 'vitest';
import { arrivedAfter } from './arrivals';
import { aMessage } from './test-data';

const thread = ['a', 'b', 'c'].map((id) => aMessage({ id }));

it('finds what came after the last known message, and nothing else', () => {
  expect(arrivedAfter('a', thread).map(({ id }) => id)).toEqual(['b', 'c']);
  expect(arrivedAfter('c', thread)).toEqual([]);
  expect(arrivedAfter('gone', thread)).toEqual([]);
  expect(arrivedAfter(null, thread)).toEqual([]);
});
