import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { unfilledProblem } from './unfilled';

describe('what still stands in braces', () => {
  it.each([
    [{ text: 'Hello' }, null],
    [{ text: 'Your {{contact.gown}}' }, { field: 'text', words: '{{contact.gown}}' }],
    [
      { text: 'Hi', subject: '{{contact.name}}' },
      { field: 'subject', words: '{{contact.name}}' },
    ],
  ])('%j: %j', (more, problem) => {
    const found = unfilledProblem({ ...emptyDraft, ...more });
    if (problem) expect(found).toMatchObject(problem);
    else expect(found).toBeNull();
  });

  it('is named', () => {
    expect(unfilledProblem({ ...emptyDraft, text: 'a {{x.y}}' })?.message).toMatch(
      /^\{\{x\.y\}\} is not filled/,
    );
  });
});
