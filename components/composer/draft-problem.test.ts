import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { textProblem } from './draft-problem';

describe('a text', () => {
  const file = { localId: '1', name: 'a.pdf', sizeBytes: 1, progress: 0, uploadId: null, error: null };

  it('is kept back when it cannot be sent, beside the field that it concerns', () => {
    expect(textProblem('SMS', emptyDraft)?.field).toBe('text');
    expect(textProblem('SMS', { ...emptyDraft, text: 'x'.repeat(1601) })?.field).toBe('text');
    expect(textProblem('SMS', { ...emptyDraft, files: [{ ...file, state: 'uploading' }] })?.field).toBe(
      'files',
    );
    expect(textProblem('SMS', { ...emptyDraft, files: [{ ...file, state: 'failed' }] })?.field).toBe('files');
  });

  it('goes with a file alone, or with words alone', () => {
    expect(textProblem('SMS', { ...emptyDraft, text: 'Hello' })).toBeNull();
    expect(
      textProblem('SMS', { ...emptyDraft, files: [{ ...file, state: 'done', uploadId: '2' }] }),
    ).toBeNull();
  });
});

it('of a review goes without a file, and a comment may be long', () => {
  const file = { localId: '1', name: 'a.pdf', sizeBytes: 1, progress: 1, error: null };
  const draft = { ...emptyDraft, text: 'x'.repeat(5_000) };
  expect(textProblem('InternalComment', draft)).toBeNull();
  const withFile = { ...emptyDraft, text: 'Hi', files: [{ ...file, state: 'done' as const, uploadId: '2' }] };
  expect(textProblem('Review', withFile)?.field).toBe('files');
});
