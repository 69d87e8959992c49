import { describe, expect, it } from 'vitest';
import { isCutOff, parsePlace, placeAt, wayBack } from './kept-place';

const rows = Array.from({ length: 40 }, (_, index) => ({ id: `c${index}` }));
const far = { list: 'a', id: 'c90', index: 90, offset: 10 };

describe('the place of a list', () => {
  it('is the row at the top and what of it is out of sight', () => {
    expect(placeAt('a', rows, 64 * 12 + 10, 64)).toEqual({ list: 'a', id: 'c12', index: 12, offset: 10 });
    expect(placeAt('a', rows, 0, 64)).toBeNull();
    expect(placeAt('a', [], 500, 64)).toBeNull();
  });

  it('is found again, also where the row has moved and rows have another height', () => {
    const place = { list: 'a', id: 'c12', index: 3, offset: 10 };
    expect(wayBack(place, rows, { rowHeight: 44, canLoad: true })).toEqual({ scrollTop: 44 * 12 + 10 });
  });

  it('is read on for as long as that is allowed, then its number counts', () => {
    expect(wayBack(far, rows, { rowHeight: 64, canLoad: true })).toBe('load');
    expect(wayBack(far, rows, { rowHeight: 64, canLoad: false })).toEqual({ scrollTop: 64 * 39 });
    expect(wayBack(far, rows.slice(0, 1), { rowHeight: 64, canLoad: false })).toBeNull();
  });

  it('is still to be reached where the browser could only go to the end of what is drawn', () => {
    expect(isCutOff(far, 64 * 30, 64 * 30, 64)).toBe(true);
    expect(isCutOff(far, 64 * 20, 64 * 30, 64)).toBe(false);
    expect(isCutOff(far, 64 * 95, 64 * 95, 64)).toBe(false);
    expect(isCutOff(null, 64 * 30, 64 * 30, 64)).toBe(false);
  });

  it('belongs to its list alone, and storage that holds something else holds nothing', () => {
    expect(parsePlace(JSON.stringify(far), 'a')).toEqual(far);
    expect(parsePlace(JSON.stringify(far), 'b')).toBeNull();
    expect(parsePlace('{"list":', 'a')).toBeNull();
    expect(parsePlace(null, 'a')).toBeNull();
  });
});
