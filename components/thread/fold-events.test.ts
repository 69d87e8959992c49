import { describe, expect, it } from 'vitest';
import { foldEvents } from './fold-events';
import { aMessage } from './test-data';
import type { ThreadRow } from './thread-rows';

const row = (id: string, type = 'TYPE_SMS'): ThreadRow => ({
  kind: 'message',
  key: id,
  message: aMessage({ id, type }),
  endsRun: true,
});
const event = (id: string) => row(id, 'TYPE_ACTIVITY_CONTACT');
const shape = (rows: ThreadRow[]) =>
  rows.map((found) => (found.kind === 'events' ? `${found.messages.length} up to ${found.key}` : found.key));

describe('foldEvents', () => {
  it('folds more than three in a row, and leaves fewer alone', () => {
    const few = ['a', 'b', 'c'].map(event);
    expect(foldEvents(few)).toEqual(few);
    expect(shape(foldEvents([row('1'), ...['a', 'b', 'c', 'd'].map(event), row('2')]))).toEqual([
      '1',
      '4 up to d',
      '2',
    ]);
  });

  it('leaves what is looked for in sight, and folds around it', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(event);
    expect(shape(foldEvents(rows, 'e'))).toEqual(['4 up to d', 'e', '4 up to i']);
  });

  it('ends a fold at a new day and at everything that was said', () => {
    const day: ThreadRow = { kind: 'day', key: 'day', at: 1 };
    const rows = ['a', 'b', 'c'].map(event);
    expect(shape(foldEvents([...rows, day, ...rows, row('1'), ...rows]))).toEqual([
      'a',
      'b',
      'c',
      'day',
      'a',
      'b',
      'c',
      '1',
      'a',
      'b',
      'c',
    ]);
  });

  it('keeps its key when older ones join', () => {
    const newer = ['c', 'd', 'e', 'f'].map(event);
    const before = foldEvents(newer);
    const after = foldEvents([event('a'), event('b'), ...newer]);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(shape(after)).toEqual(['6 up to f']);
  });
});
