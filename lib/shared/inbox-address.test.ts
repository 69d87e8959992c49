import { describe, expect, it } from 'vitest';
import { apiFilter, filterFromSearch, searchFromFilter } from './inbox-address';

const read = (search: string) => filterFromSearch(new URLSearchParams(search));

describe('the address of the inbox', () => {
  it('gives back the filter it was made from', () => {
    const { filter } = read(
      '?q=Amara&status=unread&assigned=unassigned&channel=sms&direction=inbound&from=2026-01-02&to=2026-02-03&sort=oldest',
    );
    expect(read(searchFromFilter(filter)).filter).toEqual(filter);
  });

  it('leaves out what is default', () => {
    expect(searchFromFilter(read('?status=all&sort=newest').filter)).toBe('');
  });

  it('names what makes no sense, and obeys the rest', () => {
    const { filter, ignored } = read('?status=foo&channel=sms&from=2026-13-45&whatever=1');
    expect(filter).toMatchObject({ status: 'all', channel: 'sms', from: undefined });
    expect(ignored.toSorted()).toEqual(['from', 'status', 'whatever']);
  });

  it.each(['2024-02-31', '1960-01-01', '2024-2-3'])('does not take %s for a day', (from) => {
    expect(read(`?from=${from}`).ignored).toEqual(['from']);
  });

  it('turns days into the whole of them where the viewer is', () => {
    const { createdFrom, createdTo } = apiFilter(read('?from=2026-03-01&to=2026-03-01').filter);
    expect(createdFrom).toBe(new Date(2026, 2, 1).getTime());
    expect(createdTo).toBe(new Date(2026, 2, 1, 23, 59, 59, 999).getTime());
  });
});
