import { describe, expect, it } from 'vitest';
import type { DraftFile } from '@/lib/client/drafts';
import { fileWords, uploadWords } from './file-words';

const file = (change: Partial<DraftFile>): DraftFile => ({
  localId: 'f',
  name: 'a.pdf',
  sizeBytes: 2048,
  state: 'done',
  progress: 1,
  uploadId: 'u',
  error: null,
  ...change,
});

describe('a file of a message', () => {
  it('says how far it is, and that the last part is not ours', () => {
    expect(fileWords(file({ state: 'uploading', progress: 0.999 }))).toMatch(/ · 99 %$/);
    expect(fileWords(file({ state: 'uploading', progress: 1 }))).toMatch(/ · finishing$/);
    expect(fileWords(file({}))).not.toContain('·');
    expect(fileWords(file({ state: 'failed', error: 'Too large.' }))).toBe('Too large.');
    expect(fileWords(file({ sizeBytes: 0 }))).toBe('Attached');
  });

  it('is counted for who does not see the list', () => {
    expect(uploadWords([])).toBe('');
    expect(uploadWords([file({})])).toBe('1 of 1 file attached');
    expect(uploadWords([file({}), file({ state: 'uploading' }), file({ state: 'failed' })])).toBe(
      '1 of 3 files attached, 1 not uploaded',
    );
  });
});
