import { describe, expect, it } from 'vitest';
import {
  apiFilter,
  filterFromSearch,
  isAboutMe,
  listText,
  messageIdIn,
  searchFromFilter,
  searchOfSends,
  searchWithoutMessage,
  sendIdIn,
  sendViewIn,
  withView,
} from './inbox-address';

const read = (search: string) => filterFromSearch(new URLSearchParams(search));

describe('the address of the inbox', () => {
  it.each([
    '',
    '?view=unread&q=Amara&assigned=me,unassigned&channel=email,sms&direction=inbound&from=2026-01-02&to=2026-02-03&sort=oldest',
    '?view=mine&tags=VIP,size%252038',
    '?view=waiting&reach=all',
  ])('gives back the filter it was made from: %s', (search) => {
    const { filter, ignored } = read(search);
    expect(ignored).toEqual([]);
    expect(searchFromFilter(filter)).toBe(search);
  });

  it('leaves out what is default', () => {
    expect(searchFromFilter(read('?view=open&sort=newest&reach=recent').filter)).toBe('');
  });

  it('has one form for one filter, in whatever order it was chosen', () => {
    expect(searchFromFilter(read('?channel=sms,email').filter)).toBe(
      searchFromFilter(read('?channel=email,sms,email').filter),
    );
  });

  it('keeps a tag with a comma in it whole', () => {
    const filter = { view: 'open', tags: ['bride, groom', 'VIP'] } as const;
    expect(read(searchFromFilter(filter)).filter.tags?.toSorted()).toEqual(['VIP', 'bride, groom']);
    expect(listText(filter.tags)).toBe('VIP,bride%2C%20groom');
  });

  it.each([
    ['unread', 'unread'],
    ['starred', 'starred'],
    ['all', 'all'],
  ])('still knows the tab of an old address: %s', (status, view) => {
    expect(read(`?status=${status}&channel=sms`)).toEqual({
      filter: expect.objectContaining({ view, channel: ['sms'] }),
      ignored: [],
    });
  });

  it('names what makes no sense, and obeys the rest', () => {
    const { filter, ignored } = read('?status=foo&view=foo&channel=sms,pigeon&from=2026-13-45&whatever=1');
    expect(filter).toMatchObject({ view: 'open', channel: ['sms'], from: undefined });
    expect(ignored.toSorted()).toEqual(['channel', 'from', 'status', 'view', 'whatever']);
  });

  it('names what makes no sense in its view', () => {
    expect(read('?view=mine&assigned=u1&sort=oldest')).toMatchObject({
      filter: { view: 'mine', assigned: undefined, sort: 'oldest' },
      ignored: ['assigned'],
    });
    expect(read('?view=snoozed&sort=oldest').ignored).toEqual(['sort']);
    expect(read('?view=open&reach=all').ignored).toEqual(['reach']);
  });

  it.each(['2024-02-31', '1960-01-01', '2024-2-3'])('does not take %s for a day', (from) => {
    expect(read(`?from=${from}`).ignored).toEqual(['from']);
  });
});

describe('another view', () => {
  it('keeps the filters that make sense in it', () => {
    const filter = { view: 'open', assigned: ['u1'], channel: ['sms'], sort: 'oldest' } as const;
    expect(withView(filter, 'mine')).toMatchObject({ assigned: undefined, channel: ['sms'], sort: 'oldest' });
    expect(withView(filter, 'waiting')).toMatchObject({ assigned: ['u1'], sort: undefined });
  });
});

describe('the filter for our API', () => {
  it('turns days into the whole of them where the viewer is', () => {
    const { createdFrom, createdTo } = apiFilter(read('?from=2026-03-01&to=2026-03-01').filter, null) ?? {};
    expect(createdFrom).toBe(new Date(2026, 2, 1).getTime());
    expect(createdTo).toBe(new Date(2026, 2, 1, 23, 59, 59, 999).getTime());
  });

  it('puts the viewer in the place of "me"', () => {
    expect(apiFilter(read('?view=mine').filter, 'u1')).toMatchObject({ view: 'open', assigned: ['u1'] });
    expect(apiFilter(read('?assigned=me,u1,unassigned').filter, 'u1')?.assigned).toEqual([
      'u1',
      'unassigned',
    ]);
  });

  it('is none where only "me" was asked for and that is nobody', () => {
    expect(apiFilter(read('?view=mine').filter, null)).toBeNull();
    expect(apiFilter(read('?assigned=me,u2').filter, null)?.assigned).toEqual(['u2']);
  });

  it('has unread among what is open, and starred everywhere', () => {
    expect(apiFilter({ view: 'unread' }, null)).toMatchObject({ view: 'open', status: 'unread' });
    expect(apiFilter({ view: 'starred' }, null)).toMatchObject({ view: 'all', status: 'starred' });
  });

  it('is about the viewer only where it says so', () => {
    expect(
      [read('?view=mine'), read('?assigned=me'), read('?assigned=u1')].map(({ filter }) => isAboutMe(filter)),
    ).toEqual([true, true, false]);
  });
});

describe('a permalink', () => {
  it('names a message beside the filter, which neither knows nor refuses it', () => {
    const search = new URLSearchParams('?view=unread&message=abc123');
    expect(messageIdIn(search)).toBe('abc123');
    expect(filterFromSearch(search).ignored).toEqual([]);
    expect(searchFromFilter(filterFromSearch(search).filter)).toBe('?view=unread');
    expect(messageIdIn(new URLSearchParams('?message='))).toBe(null);
  });

  it.each([
    ['?message=abc', ''],
    ['?view=all&message=abc&assigned=me,unassigned', '?view=all&assigned=me,unassigned'],
    ['?q=message', '?q=message'],
    ['', ''],
  ])('does not go along to the next conversation: %s', (search, kept) => {
    expect(searchWithoutMessage(search)).toBe(kept);
  });
});

describe('a view of sends', () => {
  const params = (search: string) => new URLSearchParams(search);

  it('is a view of its own, at one of its sends or at the message that became of it', () => {
    expect(searchOfSends('attention')).toBe('?view=attention');
    expect(searchOfSends('scheduled', { sendId: 's1' })).toBe('?view=scheduled&send=s1');
    expect(searchOfSends('attention', { sendId: 's1', messageId: 'm1' })).toBe('?view=attention&message=m1');
    expect(sendViewIn(params('view=attention&send=s1'))).toBe('attention');
    expect(sendIdIn(params('view=attention&send=s1'))).toBe('s1');
    expect(sendViewIn(params('view=done'))).toBeNull();
    expect(sendIdIn(params(''))).toBeNull();
  });

  it('stays when another conversation is opened; its send is of one alone', () => {
    expect(searchWithoutMessage('?view=attention&send=s1')).toBe('?view=attention');
  });

  it('is nothing that can be saved as a filter', () => {
    expect(filterFromSearch(params('view=attention')).ignored).toEqual(['view']);
  });
});
