import { describe, expect, it } from 'vitest';
import { changeSearchDraft, type SearchDraftAction, startSearchDraft, unsentSearch } from './search-draft';

const draftAfter = (address: string, ...actions: SearchDraftAction[]) =>
  actions.reduce(changeSearchDraft, startSearchDraft(address));

describe('the text in the search box', () => {
  it('keeps what is typed on while the address catches up', () => {
    const draft = draftAfter(
      '',
      { type: 'typed', text: 'am' },
      { type: 'sent', q: 'am' },
      { type: 'typed', text: 'amara' },
      { type: 'arrived', address: 'am' },
    );
    expect(draft.text).toBe('amara');
    expect(unsentSearch(draft)).toBe('amara');
  });

  it('keeps the blank at the end of a word, which is not searched for', () => {
    const draft = draftAfter(
      '',
      { type: 'typed', text: 'am ' },
      { type: 'sent', q: 'am' },
      { type: 'arrived', address: 'am' },
    );
    expect(draft.text).toBe('am ');
    expect(unsentSearch(draft)).toBeNull();
  });

  it('sends nothing twice', () => {
    expect(unsentSearch(draftAfter('', { type: 'typed', text: 'am' }))).toBe('am');
    expect(unsentSearch(draftAfter('', { type: 'typed', text: 'am' }, { type: 'sent', q: 'am' }))).toBeNull();
    expect(unsentSearch(draftAfter('am', { type: 'typed', text: 'am' }))).toBeNull();
    expect(unsentSearch(startSearchDraft('am'))).toBeNull();
  });

  it('skips over an address that was replaced before it was seen', () => {
    const draft = draftAfter(
      '',
      { type: 'typed', text: 'a' },
      { type: 'sent', q: 'a' },
      { type: 'typed', text: 'ab' },
      { type: 'sent', q: 'ab' },
      { type: 'arrived', address: 'ab' },
    );
    expect(draft).toEqual({ text: 'ab', address: 'ab', pending: [] });
  });

  it('gives way when the address is changed by something else, also back to what was once typed here', () => {
    const cleared = draftAfter(
      'am',
      { type: 'typed', text: '' },
      { type: 'sent', q: '' },
      { type: 'arrived', address: '' },
    );
    expect(changeSearchDraft(cleared, { type: 'arrived', address: 'am' })).toEqual(startSearchDraft('am'));
  });
});
