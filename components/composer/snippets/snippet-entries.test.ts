import { describe, expect, it } from 'vitest';
import { noActs, type Snippet, type Template } from '@/lib/shared/contract/snippet';
import { entryGroups } from './snippet-entries';

const snippet = (name: string, folder = ''): Snippet => ({
  id: name,
  name,
  folder,
  isShared: false,
  isMine: true,
  canChange: true,
  authorName: 'Mika',
  subject: null,
  text: `Text of ${name}`,
  rich: null,
  files: [],
  acts: noActs,
  lastUsedAt: null,
  updatedAt: 1,
});
const template = (name: string, kind: Template['kind']): Template => ({
  id: name,
  name,
  kind,
  subject: null,
  text: `Template ${name}`,
  attachmentCount: 0,
});
const shown = (...[known, channel, query]: Parameters<typeof entryGroups>) =>
  entryGroups(known, channel, query).groups.map(({ heading, entries }) => [
    heading,
    entries.map(({ name }) => name).join(' '),
  ]);

describe('what can be inserted', () => {
  const snippets = [snippet('used', 'Shop'), snippet('b'), snippet('c', 'Shop')];
  const templates = [
    template('reminder', 'sms'),
    template('quote', 'email'),
    template('confirm', 'whatsapp'),
  ];

  it('stands by folder, what was used last on top, and before what GHL has for the channel', () => {
    expect(shown({ snippets, templates }, 'SMS', '')).toEqual([
      ['Shop', 'used c'],
      ['Snippets', 'b'],
      ['From GoHighLevel', 'reminder confirm'],
    ]);
    expect(shown({ snippets: [], templates }, 'Email', '')).toEqual([['From GoHighLevel', 'quote']]);
  });

  it('is narrowed in both', () => {
    expect(shown({ snippets, templates }, 'SMS', 're')).toEqual([['From GoHighLevel', 'reminder']]);
    expect(shown({ snippets, templates }, 'SMS', 'zebra')).toEqual([]);
  });

  it('is shown in part where it is a lot', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => snippet(`s${index}`));
    const { groups, more } = entryGroups({ snippets: many, templates }, 'SMS', '');
    expect(groups.map(({ entries }) => entries.length)).toEqual([50]);
    expect(more).toBe(952);
  });
});
