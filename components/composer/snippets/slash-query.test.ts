import { describe, expect, it } from 'vitest';
import { slashQuery } from './slash-query';

/** The caret stands at the bar. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return slashQuery(marked.replace('|', ''), caret);
}

describe('a slash', () => {
  it.each([
    ['/|', { start: 0, query: '' }],
    ['/open|', { start: 0, query: 'open' }],
    ['/opening ho|', { start: 0, query: 'opening ho' }],
    ['Hello /pri|ce', { start: 6, query: 'pri' }],
    ['Hello\n/|', { start: 6, query: '' }],
    ['مرحبا /س|', { start: 6, query: 'س' }],
  ])('%j opens', (marked, found) => {
    expect(at(marked)).toEqual(found);
  });

  it.each([
    ['|/'],
    ['and/or|'],
    ['https://|'],
    ['https://a.example/b|'],
    ['1 / 2|'],
    ['/ |'],
    ['//|'],
    ['/usr/bin|'],
    ['/open\nline|'],
    [`/${'x'.repeat(61)}|`],
    ['no slash|'],
  ])('%j does not', (marked) => {
    expect(at(marked)).toBeNull();
  });
});
