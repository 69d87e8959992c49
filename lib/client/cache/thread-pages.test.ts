import { describe, expect, it } from 'vitest';
import type { ThreadPage } from '@/lib/shared/contract/message';
import { messagesOf, withFreshNewestPage } from './thread-pages';

function page(ids: string[], nextCursor: string | null = 'older'): ThreadPage {
  return { messages: ids.map((id) => ({ kind: 'unreadable', id, at: null })), nextCursor, authors: {} };
}
const shown = (pages: ThreadPage[]) => messagesOf(pages).map(({ id }) => id);

describe('the pages of a thread', () => {
  it('read from old to new, each message once', () => {
    expect(shown([page(['4', '3']), page(['3', '2', '1'])])).toEqual(['1', '2', '3', '4']);
  });

  it('keep older pages whole when a new message pushes one off the newest page', () => {
    expect(shown(withFreshNewestPage([page(['3', '2']), page(['1'], null)], page(['4', '3'])))).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('begin again also when a scheduled message stands at the top of both', () => {
    const pages = [page(['sched', '3', '2']), page(['1'], null)];
    expect(shown(withFreshNewestPage(pages, page(['sched', '9', '8'])))).toEqual(['8', '9', 'sched']);
  });

  it('begin again rather than leave a hole after more news than a page holds', () => {
    expect(shown(withFreshNewestPage([page(['3', '2']), page(['1'], null)], page(['9', '8'])))).toEqual([
      '8',
      '9',
    ]);
  });
});
