import { describe, expect, it } from 'vitest';
import { noActs, type Snippet } from '@/lib/shared/contract/snippet';
import { checkedSnippet, draftOfSnippet, emptySnippet, unknownVariables } from './snippet-draft';

const rich = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
const snippet: Snippet = {
  id: 's1',
  name: 'Hours',
  folder: 'Shop',
  isShared: true,
  isMine: true,
  canChange: true,
  authorName: 'Mika',
  subject: null,
  text: 'From ten.',
  rich,
  files: [],
  acts: noActs,
  lastUsedAt: null,
  updatedAt: 5,
};

describe('a snippet that is written', () => {
  it.each([
    [{ text: 'x' }, 'name'],
    [{ name: 'n'.repeat(101), text: 'x' }, 'name'],
    [{ name: 'n', text: ' ' }, 'text'],
    [{ name: 'n', text: 'x'.repeat(20_001) }, 'text'],
    [{ name: 'n', text: 'x', folder: 'f'.repeat(61) }, 'folder'],
    [{ name: 'n', text: 'x', subject: 's'.repeat(501) }, 'subject'],
  ])('%j is stopped at the field %s', (more, field) => {
    expect(checkedSnippet({ ...emptySnippet, ...more }, null).problem?.field).toBe(field);
  });

  it('keeps the form of its text only while the text is the same', () => {
    const draft = draftOfSnippet(snippet);
    expect(checkedSnippet({ ...draft, name: 'New' }, snippet).input).toMatchObject({ name: 'New', rich });
    expect(checkedSnippet({ ...draft, text: 'From nine.' }, snippet).input?.rich).toBeNull();
  });

  it('names braces that stand for nothing', () => {
    const known = [{ name: 'contact.name', label: 'Full name', group: 'contact' as const, value: null }];
    expect(
      unknownVariables('{{contact.nam}} {{Contact.full_name}} {{contact.nam | you}} {{}}', known),
    ).toEqual(['contact.nam', '']);
  });
});
