import { expect, it } from 'vitest';
import { sourceWords } from './source-words';
import { aMessage } from './test-data';

const names = { authors: { ours: 'Mika Kaur' }, users: new Map([['u1', 'Priya Nair']]) };

it.each([
  [{ id: 'ours', source: 'api' }, 'Mika Kaur, from Parley'],
  [{ id: 'x', source: 'app', userId: 'u1' }, 'Priya Nair, in GoHighLevel'],
  [{ id: 'x', source: 'workflow' }, 'A workflow'],
  [{ id: 'x', source: 'campaign' }, 'A campaign'],
  [{ id: 'x', source: 'bulk_actions' }, 'A bulk action'],
  [{ id: 'x', source: 'api' }, 'An integration (API)'],
  [{ id: 'x', source: 'a_new_word' }, 'a_new_word'],
  [{ id: 'x', source: null }, 'GoHighLevel does not say'],
])('%o was made by: %s', (parts, words) => {
  expect(sourceWords(aMessage({ direction: 'outbound', ...parts }), names)).toBe(words);
});

it('an answer of theirs is the contact, whatever GHL calls the way it came', () => {
  expect(sourceWords(aMessage({ id: 'x', direction: 'inbound', source: 'app' }), names)).toBe('The contact');
});
