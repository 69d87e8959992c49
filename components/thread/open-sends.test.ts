import { describe, expect, it } from 'vitest';
import { openSends, withoutScheduled } from './open-sends';
import { aMessage, anOutgoing, aSend } from './test-data';

const aPending = (clientId: string, startedAt = 500) => anOutgoing(clientId, { startedAt });
const ids = (...args: Parameters<typeof openSends>) => openSends(...args).map((send) => send.clientId);

describe('openSends', () => {
  it('shows a send until the thread holds its message', () => {
    const send = aSend({ clientId: 'a', state: 'sent', messageId: 'm1' });
    expect(ids([send], [], [])).toEqual(['a']);
    expect(ids([send], [], [aMessage({ id: 'm0' })])).toEqual(['a']);
    expect(ids([send], [], [aMessage({ id: 'm1' })])).toEqual([]);
  });

  it('shows an email until an item of the thread holds its mail', () => {
    const send = aSend({ clientId: 'a', state: 'sent', messageId: 'mx', emailId: 'e2' });
    expect(ids([send], [], [aMessage({ id: 'm1', emailIds: ['e1'] })])).toEqual(['a']);
    expect(ids([send], [], [aMessage({ id: 'm1', emailIds: ['e1', 'e2'] })])).toEqual([]);
  });

  it('keeps what was refused or is not confirmed', () => {
    const sends = [aSend({ clientId: 'a', state: 'failed' }), aSend({ clientId: 'b', state: 'unclear' })];
    expect(ids(sends, [], [aMessage({ id: 'm1' })])).toEqual(['a', 'b']);
  });

  it('shows a send once while this tab and the server both know it', () => {
    expect(ids([aSend({ clientId: 'a' })], [aPending('a'), aPending('b'), aPending('b')], [])).toEqual([
      'b',
      'a',
    ]);
  });

  it('does not show a pending one again whose message is already there', () => {
    const send = aSend({ clientId: 'a', state: 'sent', messageId: 'm1' });
    expect(ids([send], [aPending('a')], [aMessage({ id: 'm1' })])).toEqual([]);
  });

  it('is in the order of the clicks', () => {
    const sends = [
      aSend({ clientId: 'late', createdAt: 3000 }),
      aSend({ clientId: 'early', createdAt: 1000 }),
    ];
    expect(ids(sends, [aPending('middle', 2000)], [])).toEqual(['early', 'middle', 'late']);
  });

  it('leaves out what was taken back', () => {
    const withdrawn = aSend({ clientId: 'a', state: 'withdrawn' });
    expect(ids([withdrawn], [], [])).toEqual([]);
    const answered = { ...withdrawn, error: { code: 'conflict', message: 'They answered first.' } };
    expect(ids([answered], [], [])).toEqual(['a']);
  });

  it('shows a scheduled one here, where it can be cancelled, and not as a message too', () => {
    const sends = [aSend({ clientId: 'a', state: 'scheduled', messageId: 'm2' })];
    const messages = [aMessage({ id: 'm1' }), aMessage({ id: 'm2' })];
    expect(ids(sends, [], messages)).toEqual(['a']);
    expect(withoutScheduled(messages, sends).map(({ id }) => id)).toEqual(['m1']);
  });
});
