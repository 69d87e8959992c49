import { describe, expect, it } from 'vitest';
import {
  allOf,
  allThatMatch,
  extended,
  isEmpty,
  isSelected,
  leftIds,
  noSelection,
  selectedCount,
  toggled,
  withoutIds,
} from './selection';

const rows = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

describe('a selection', () => {
  it('takes and leaves one', () => {
    const one = toggled(noSelection, 'b');
    expect(ids(one)).toBe('b');
    expect(isEmpty(toggled(one, 'b'))).toBe(true);
  });

  it('grows and shrinks from where it began', () => {
    let selection = extended(noSelection, rows, 'b', 'c');
    expect(ids(selection)).toBe('bc');
    selection = extended(selection, rows, 'c', 'd');
    expect(ids(selection)).toBe('bcd');
    selection = extended(selection, rows, 'd', 'c');
    expect(ids(selection)).toBe('bc');
    selection = extended(selection, rows, 'c', 'a');
    expect(ids(selection)).toBe('ab');
  });

  it('keeps what was selected apart from the range', () => {
    const apart = toggled(toggled(noSelection, 'e'), 'a');
    expect(ids(extended(apart, rows, 'a', 'c'))).toBe('abce');
  });

  it('begins a range anew where its beginning has left the list', () => {
    const gone = toggled(noSelection, 'z');
    expect(ids(extended(gone, rows, 'c', 'd'))).toBe('cdz');
  });

  it('can be everything that matches, but for some', () => {
    const all = toggled(allThatMatch(), 'c');
    expect(isSelected(all, 'c')).toBe(false);
    expect(isSelected(all, 'never loaded')).toBe(true);
    expect(selectedCount(all, 400)).toBe(399);
    expect(isSelected(toggled(all, 'c'), 'c')).toBe(true);
  });

  it('knows that all was taken at once, until one is taken out', () => {
    expect(allOf(rows).isWhole).toBe(true);
    expect(toggled(allOf(rows), 'a').isWhole).toBeFalsy();
  });

  it('forgets what is gone', () => {
    expect(ids(withoutIds(allOf(rows), ['b', 'x']))).toBe('acde');
  });
});

describe('what has left the list', () => {
  const some = toggled(toggled(toggled(noSelection, 'b'), 'c'), 'e');

  it('is what is gone from between those that are there', () => {
    expect(leftIds(some, rows, ['a', 'b', 'd', 'e'], false)).toEqual(['c']);
    expect(leftIds(some, rows, ['e', 'a', 'b', 'c', 'd'], false)).toEqual([]);
  });

  it('is not what is only not read again', () => {
    expect(leftIds(some, rows, ['new', 'a', 'b'], false)).toEqual([]);
    expect(leftIds(some, [], ['a', 'b'], false)).toEqual([]);
  });

  it('is whatever a list that was read to its end does not hold', () => {
    expect(leftIds(some, [], ['a', 'b'], true)).toEqual(['c', 'e']);
    expect(leftIds(noSelection, rows, [], true)).toEqual([]);
  });
});
