import { expect, it } from 'vitest';
import { type DraftFile, emptyDraft } from '@/lib/client/drafts';
import { sentAs } from './sent-as';

const file: DraftFile = {
  localId: 'f',
  name: 'list.pdf',
  sizeBytes: 2048,
  state: 'uploading',
  progress: 0,
  uploadId: null,
  error: null,
};
const draft = { ...emptyDraft, text: 'With the list', files: [file] };

it('is the same message while its files are on their way', () => {
  const there: DraftFile = { ...file, name: 'list (1).pdf', state: 'done', progress: 1, uploadId: 'u' };
  expect(sentAs({ ...draft, files: [there], clientId: 'c' })).toBe(sentAs(draft));
});

it.each([
  ['text', { text: 'With the' }],
  ['subject', { subject: 'List' }],
  ['readers', { cc: 'ben@example.com' }],
  ['files, fewer', { files: [] }],
  ['files, more', { files: [file, { ...file, localId: 'g' }] }],
])('is another one once this is changed: %s', (_, change) => {
  expect(sentAs({ ...draft, ...change })).not.toBe(sentAs(draft));
});
