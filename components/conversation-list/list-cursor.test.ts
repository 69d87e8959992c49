import { describe, expect, it } from 'vitest';
import { cursorIndexOf, moveTarget, neighboursOf, nextIndex, scrollTopFor, shiftInView } from './list-cursor';

const rows = (ids: string) => [...ids].map((id) => ({ id }));

describe('the keys of the list', () => {
  it('move by one and stop at both ends', () => {
    expect(nextIndex('list.down', 3, 10, 5)).toBe(4);
    expect(nextIndex('list.up', 3, 10, 5)).toBe(2);
    expect(nextIndex('list.down', 9, 10, 5)).toBe(9);
    expect(nextIndex('list.up', 0, 10, 5)).toBe(0);
  });

  it('move by a screen, and at least by one row on a tiny one', () => {
    expect(nextIndex('list.pageDown', 3, 100, 8)).toBe(11);
    expect(nextIndex('list.pageUp', 3, 100, 8)).toBe(0);
    expect(nextIndex('list.pageDown', 3, 100, 0)).toBe(4);
  });

  it('jump to the ends', () => {
    expect(nextIndex('list.first', 50, 100, 8)).toBe(0);
    expect(nextIndex('list.last', 50, 100, 8)).toBe(99);
  });

  it('leave every other command alone, and an empty list too', () => {
    expect(nextIndex('list.open', 3, 10, 5)).toBeNull();
    expect(nextIndex('undo', 3, 10, 5)).toBeNull();
    expect(nextIndex('list.down', 0, 0, 5)).toBeNull();
  });
});

describe('the row that Tab reaches', () => {
  it('is the first one, or the open one, until the cursor was set', () => {
    expect(cursorIndexOf(rows('abc'), null, null)).toBe(0);
    expect(cursorIndexOf(rows('abc'), null, 'c')).toBe(2);
    expect(cursorIndexOf(rows('abc'), null, 'z')).toBe(0);
  });

  it('follows its conversation when newer ones push it down', () => {
    expect(cursorIndexOf(rows('xyabc'), { id: 'b', index: 1 }, 'a')).toBe(3);
  });

  it('stays in its place when its conversation leaves the list', () => {
    expect(cursorIndexOf(rows('acd'), { id: 'b', index: 1 }, null)).toBe(1);
    expect(cursorIndexOf(rows('a'), { id: 'b', index: 7 }, null)).toBe(0);
    expect(cursorIndexOf([], { id: 'b', index: 7 }, null)).toBe(0);
  });
});

describe('scrolling to the cursor', () => {
  const view = { rowHeight: 64, height: 640, scrollTop: 320 };

  it('does nothing for a row in view', () => {
    expect(scrollTopFor(5, view)).toBe(320);
    expect(scrollTopFor(14, view)).toBe(320);
  });

  it('moves the least in either direction', () => {
    expect(scrollTopFor(4, view)).toBe(256);
    expect(scrollTopFor(15, view)).toBe(384);
  });
});

describe('a refetch under a scrolled list', () => {
  it('moves nothing when nothing moved, or when pages were added below', () => {
    expect(shiftInView(rows('abcdef'), rows('abcdefgh'), 2, 4)).toBe(0);
  });

  it('follows rows that newer ones push down, or that move up after others left', () => {
    expect(shiftInView(rows('abcdef'), rows('xyabcdef'), 2, 4)).toBe(2);
    expect(shiftInView(rows('abcdef'), rows('bcdef'), 2, 4)).toBe(-1);
  });

  it('does not follow the one row that jumped to the top', () => {
    expect(shiftInView(rows('abcdef'), rows('cabdef'), 2, 5)).toBe(0);
    expect(shiftInView(rows('abcdefgh'), rows('fabcdegh'), 2, 5)).toBe(1);
  });

  it('stays where it is when everything in view is gone', () => {
    expect(shiftInView(rows('abcdef'), rows('xyz'), 2, 4)).toBe(0);
  });
});

describe('the next and the previous conversation', () => {
  const keyboard = { cursorIndex: 4, isAtCursor: true, openIndex: 2, tabStop: 4 };

  it.each([
    ['from the ring', {}, 5, 3],
    ['from the open one while the focus is elsewhere', { isAtCursor: false }, 3, 1],
    ['from the cursor when nothing is open', { openIndex: null, isAtCursor: false }, 5, 3],
    ['first of all to the first', { openIndex: null, cursorIndex: null }, 0, 0],
    ['to the row in its place when the open one has left the list', { openIndex: -1 }, 4, 3],
  ])('are counted %s', (_name, more, next, previous) => {
    expect(moveTarget(1, { ...keyboard, ...more })).toBe(next);
    expect(moveTarget(-1, { ...keyboard, ...more })).toBe(previous);
  });
});

it('knows what stands beside the open conversation, as far as it can be read', () => {
  const list = [
    { id: 'a', kind: 'conversation' },
    { id: 'b', kind: 'conversation' },
    { id: 'c', kind: 'unreadable' },
  ];
  expect(neighboursOf(list, 'a')).toEqual(['b', null]);
  expect(neighboursOf(list, 'b')).toEqual([null, 'a']);
  expect(neighboursOf(list, null)).toEqual([null, null]);
  expect(neighboursOf(list, 'elsewhere')).toEqual([null, null]);
});
