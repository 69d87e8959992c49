import { describe, expect, it } from 'vitest';
import { aMessage } from './test-data';
import { threadRows } from './thread-rows';

const names = { authors: {}, users: new Map<string, string>() };
const at = (time: string) => new Date(time).getTime();
const rowsOf = (messages: ReturnType<typeof aMessage>[], hasOlder = false) =>
  threadRows({ messages, sends: [], hasOlder, names });
const shape = (rows: ReturnType<typeof threadRows>) =>
  rows.map((row) => (row.kind === 'message' ? `${row.message.id}${row.endsRun ? '.' : ''}` : row.kind));

describe('threadRows', () => {
  it('puts a day before the first message of each', () => {
    const rows = rowsOf([
      aMessage({ id: 'a', at: at('2026-11-18T10:00') }),
      aMessage({ id: 'b', at: at('2026-11-20T10:00') }),
      aMessage({ id: 'c', at: at('2026-11-20T15:00') }),
    ]);
    expect(shape(rows)).toEqual(['day', 'a.', 'day', 'b.', 'c.']);
  });

  it('changes nothing below when an older page of the same day arrives', () => {
    const newer = [
      aMessage({ id: 'c', at: at('2026-11-20T10:04') }),
      aMessage({ id: 'd', at: at('2026-11-20T10:05') }),
    ];
    const older = [
      aMessage({ id: 'a', at: at('2026-11-19T10:00') }),
      aMessage({ id: 'b', at: at('2026-11-20T10:03') }),
    ];
    const before = rowsOf(newer, true);
    const after = rowsOf([...older, ...newer], false);
    expect(after.slice(-before.length)).toEqual(before);
    expect(shape(after)).toEqual(['day', 'a.', 'day', 'b', 'c', 'd.']);
  });

  it('makes one run of what one side wrote closely together', () => {
    const rows = rowsOf([
      aMessage({ id: 'a', at: at('2026-11-20T10:00') }),
      aMessage({ id: 'b', at: at('2026-11-20T10:01') }),
      aMessage({ id: 'c', at: at('2026-11-20T10:02'), direction: 'outbound', status: 'delivered' }),
      aMessage({ id: 'd', at: at('2026-11-20T10:03'), direction: 'outbound', status: 'failed' }),
      aMessage({
        id: 'e',
        at: at('2026-11-20T10:04'),
        direction: 'outbound',
        status: 'delivered',
        source: 'workflow',
      }),
      aMessage({ id: 'f', at: at('2026-11-20T10:05'), direction: 'outbound', status: 'delivered' }),
      aMessage({ id: 'g', at: at('2026-11-20T10:45'), direction: 'outbound', status: 'delivered' }),
    ]);
    expect(shape(rows)).toEqual(['day', 'a', 'b.', 'c.', 'd.', 'e.', 'f.', 'g.']);
  });

  it('has the same rows before and after the names of the users are known', () => {
    const messages = ['mika', 'jonas', 'jonas'].map((userId, index) =>
      aMessage({ id: String(index), userId, direction: 'outbound', at: at(`2026-11-20T10:0${index}`) }),
    );
    const known = {
      authors: {},
      users: new Map([
        ['mika', 'Mika'],
        ['jonas', 'Jonas'],
      ]),
    };
    const later = threadRows({ messages, sends: [], hasOlder: false, names: known });
    expect(shape(rowsOf(messages))).toEqual(['day', '0.', '1', '2.']);
    expect(shape(later)).toEqual(shape(rowsOf(messages)));
  });

  it('draws a line above the first message that is new to this person', () => {
    const messages = [
      aMessage({ id: 'a', at: at('2026-11-20T10:00') }),
      aMessage({ id: 'b', at: at('2026-11-20T10:01') }),
      aMessage({ id: 'c', at: at('2026-11-21T10:02') }),
    ];
    const seenUpTo = (time: string, hasOlder = false) =>
      shape(threadRows({ messages, sends: [], hasOlder, names, newAfter: at(time) }));
    expect(seenUpTo('2026-11-20T10:00')).toEqual(['day', 'a.', 'new', 'b.', 'day', 'c.']);
    expect(seenUpTo('2026-11-20T10:01')).toEqual(['day', 'a', 'b.', 'day', 'new', 'c.']);
    expect(seenUpTo('2026-11-21T10:02')).not.toContain('new');
    expect(seenUpTo('2026-11-19T10:00')).toEqual(['day', 'new', 'a', 'b.', 'day', 'c.']);
    // Where the first new one stands is not known before the older ones are there.
    expect(seenUpTo('2026-11-19T10:00', true)).not.toContain('new');
  });

  it('keeps rows that cannot be read or have no time', () => {
    const rows = threadRows({
      messages: [{ kind: 'unreadable', id: 'x', at: null }, aMessage({ id: 'a', at: null })],
      sends: [],
      hasOlder: false,
      names,
    });
    expect(shape(rows)).toEqual(['x.', 'a.']);
  });
});
