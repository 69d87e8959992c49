import { describe, expect, it } from 'vitest';
import { byFolder, findSnippets } from './snippet-search';

const items = [
  { name: 'Öffnungszeiten', folder: 'Shop', text: 'We are open from ten.' },
  { name: 'Opening a gown', folder: 'Fitting', text: 'Please bring the shoes.' },
  { name: 'Parking', folder: 'Shop', text: 'Behind the house, opening on 4th.' },
];
const names = (query: string) => findSnippets(items, query).map(({ name }) => name);

describe('looking for a snippet', () => {
  it('finds nothing less than all while nothing is typed, in their order', () => {
    expect(findSnippets(items, ' ')).toBe(items);
  });

  it.each([
    ['offnung', ['Öffnungszeiten']],
    ['OPENING', ['Opening a gown', 'Parking']],
    ['gown', ['Opening a gown']],
    ['shop', ['Öffnungszeiten', 'Parking']],
    ['shop park', ['Parking']],
    ['shoes gown', ['Opening a gown']],
    ['nothing', []],
  ])('"%s" finds %j', (query, found) => {
    expect(names(query)).toEqual(found);
  });

  it('a thousand long texts are looked through between two key presses', () => {
    const text = 'A long text about fittings and shoes. '.repeat(260);
    const many = Array.from({ length: 1_000 }, (_, index) => ({ name: `Name ${index}`, folder: '', text }));
    findSnippets(many, 'warm up');
    expect(findSnippets(many, 'name 999 shoes')).toHaveLength(1);
    expect(findSnippets(many, 'zebra')).toEqual([]);
  });

  it('keeps the folders in the order of what stands first in them', () => {
    expect(byFolder(items).map(({ folder, items: inside }) => [folder, inside.length])).toEqual([
      ['Shop', 2],
      ['Fitting', 1],
    ]);
    expect(
      byFolder([
        { folder: 'shop', name: 'a' },
        { folder: 'Shop', name: 'b' },
      ]),
    ).toHaveLength(1);
  });
});
