// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { ownDrafts } from './draft-store';
import { draftKey } from './drafts';
import { giveBack, type ReturnedSend, tellReturned } from './returned-sends';
import { changeDraft, readDraft } from './use-draft';

const key = draftKey('l1', 'ana', 'SMS');
const returned: ReturnedSend = {
  locationId: 'l1',
  conversationId: 'ana',
  seed: { channel: 'SMS', content: { text: 'The first thought', clientId: 'a-client-id' } },
};

it('is in its box and in the storage before anybody is told, in front of what was typed meanwhile', () => {
  ownDrafts('jonas');
  changeDraft(key, (draft) => ({ ...draft, text: 'The second thought' }));
  const told: (string | null)[] = [];
  const stop = tellReturned(() => told.push(localStorage.getItem(key)));
  giveBack(returned, false);
  stop();
  expect(told).toEqual([expect.stringContaining('The first thought')]);
  expect(readDraft(key)).toMatchObject({
    text: 'The first thought\n\nThe second thought',
    clientId: 'a-client-id',
  });
});

it('is hidden from whoever signs in next, who leaves them what they have yet to send', () => {
  localStorage.setItem('parley.sending/one', 'of Jonas');
  expect(localStorage.getItem(key)).not.toBeNull();
  ownDrafts('sam');
  expect(localStorage.getItem(key)).toBeNull();
  expect(readDraft(key).text).toBe('');
  expect(localStorage.getItem('parley.sending/one')).toBe('of Jonas');
});
