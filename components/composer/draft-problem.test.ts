import { describe, expect, it } from 'vitest';
import { emptyDraft } from '@/lib/client/drafts';
import { textProblem } from './draft-problem';

describe('a text', () => {
  const file = { localId: '1', name: 'a.pdf', sizeBytes: 1, progress: 0, uploadId: null, error: null };

  it('is kept back when it cannot be sent, beside the field that it concerns', () => {
    expect(textProblem(emptyDraft)?.field).toBe('text');
    expect(textProblem({ ...emptyDraft, text: 'x'.repeat(1601) })?.field).toBe('text');
    expect(textProblem({ ...emptyDraft, files: [{ ...file, state: 'uploading' }] })?.field).toBe('files');
    expect(textProblem({ ...emptyDraft, files: [{ ...file, state: 'failed' }] })?.field).toBe('files');
  });

  it('goes with a file alone, or with words alone', () => {
    expect(textProblem({ ...emptyDraft, text: 'Hello' })).toBeNull();
    expect(textProblem({ ...emptyDraft, files: [{ ...file, state: 'done', uploadId: '2' }] })).toBeNull();
  });
});
