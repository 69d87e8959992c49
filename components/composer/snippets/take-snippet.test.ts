import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { joinedActs } from '@/lib/client/snippet-words';
import { noActs } from '@/lib/shared/contract/snippet';
import { withSnippet } from './take-snippet';

const file = (uploadId: string) => ({ uploadId, name: `${uploadId}.pdf`, sizeBytes: 1 });

describe('a snippet in a draft', () => {
  it('brings its files along once', () => {
    const once = withSnippet(emptyDraft, { files: [file('a'), file('b')], acts: noActs });
    const twice = withSnippet(once, { files: [file('b'), file('c')], acts: noActs });
    expect(twice.files.map(({ uploadId, state }) => [uploadId, state])).toEqual([
      ['a', 'done'],
      ['b', 'done'],
      ['c', 'done'],
    ]);
  });

  it('brings no more files than a message takes', () => {
    const many = Array.from({ length: 8 }, (_, index) => file(`f${index}`));
    const more = many.map(({ uploadId }) => file(`g${uploadId}`));
    const once = withSnippet(emptyDraft, { files: many, acts: noActs });
    expect(withSnippet(once, { files: more, acts: noActs }).files).toHaveLength(10);
  });

  it('does what both do, and assigns to the last named', () => {
    const one = { addTags: ['vip'], assignTo: 'u1', marksDone: true };
    expect(joinedActs(one, noActs)).toEqual(one);
    expect(joinedActs(one, { addTags: ['vip', 'groom'], assignTo: 'u2', marksDone: false })).toEqual({
      addTags: ['vip', 'groom'],
      assignTo: 'u2',
      marksDone: true,
    });
  });
});
