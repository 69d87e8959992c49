import { describe, expect, it } from 'vitest';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { InboxFilter } from '@/lib/shared/inbox-address';
import {
  choiceKey,
  chosenView,
  countWords,
  filterOf,
  hasFilters,
  tabsFor,
  viewChoices,
  viewToUpdate,
} from './views';

const vip: SavedView = {
  id: 'v1',
  name: 'VIP by SMS',
  search: '?channel=sms&tags=VIP',
  isShared: false,
  isMine: true,
  authorName: 'Mika Kaur',
  canChange: true,
};
const vipFilter: InboxFilter = { view: 'open', tags: ['VIP'], channel: ['sms'] };
const savedVip = { kind: 'saved', view: vip } as const;
const team = (name: 'open' | 'waiting' | 'mine' | 'snoozed' | 'done') => ({ kind: 'team', name }) as const;

describe('the chosen view', () => {
  it('is a saved one where the filter is exactly that, in whatever order', () => {
    expect(chosenView(vipFilter, [vip])).toEqual(savedVip);
    expect(chosenView({ ...vipFilter, q: 'amara' }, [vip])).toEqual(team('open'));
    expect(chosenView({ view: 'open' }, [{ ...vip, search: '' }])).toEqual(team('open'));
  });

  it('stands side by side with the first ones, though it is not among them', () => {
    expect(tabsFor(team('mine'))).toEqual([team('open'), team('waiting'), team('mine'), team('snoozed')]);
    expect(tabsFor(team('done'))).toEqual([team('open'), team('waiting'), team('mine'), team('done')]);
    expect(tabsFor(savedVip).at(-1)).toEqual(savedVip);
  });

  it('has its place behind the keys: the team first, then what was saved', () => {
    expect(viewChoices([vip]).at(8)).toEqual(savedVip);
    expect(viewChoices([vip]).slice(9).map(choiceKey)).toEqual(['attention', 'scheduled']);
  });
});

describe('going to a view', () => {
  it('takes the filters along between views of the team', () => {
    expect(filterOf(team('done'), vipFilter, team('open'))).toMatchObject({ view: 'done', tags: ['VIP'] });
  });

  it('leaves those of a saved view behind', () => {
    expect(hasFilters(filterOf(team('done'), vipFilter, savedVip))).toBe(false);
  });

  it('has exactly what was saved', () => {
    expect(filterOf(savedVip, { view: 'done', q: 'x' }, team('done'))).toMatchObject({
      view: 'open',
      q: undefined,
      channel: ['sms'],
      tags: ['VIP'],
    });
  });
});

describe('the number of a view', () => {
  const counts = { open: { count: 41, isAtLeast: true }, done: { count: 12_345, isAtLeast: false } };

  it('says where there may be more, in signs and in words', () => {
    expect(countWords(counts, team('open'))).toEqual({ sign: '41+', words: 'at least 41' });
    expect(countWords(counts, team('done'))).toEqual({ sign: '12K', words: '12345' });
  });

  it('is none where nobody counts', () => {
    expect(countWords(counts, team('mine'))).toBeNull();
    expect(countWords(counts, savedVip)).toBeNull();
  });
});

describe('a saved view whose filters were changed', () => {
  const changed: InboxFilter = { view: 'open', channel: ['sms'] };

  it('can be updated by who may', () => {
    expect(viewToUpdate(changed, [vip], 'v1')).toBe(vip);
    expect(viewToUpdate(changed, [{ ...vip, canChange: false }], 'v1')).toBeNull();
    expect(viewToUpdate(changed, [vip], null)).toBeNull();
  });

  it('has nothing to update while it is as it was, or has no filter left, or is another of the views', () => {
    expect(viewToUpdate(vipFilter, [vip], 'v1')).toBeNull();
    expect(viewToUpdate({ view: 'open' }, [vip], 'v1')).toBeNull();
    expect(viewToUpdate({ ...changed, view: 'done' }, [vip], 'v1')).toBeNull();
  });
});
