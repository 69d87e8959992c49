// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Draft, type DraftFile, emptyDraft } from '@/lib/client/drafts';
import { useSendAfterUpload } from './use-send-after-upload';

const file: DraftFile = {
  localId: 'f',
  name: 'list.pdf',
  sizeBytes: 2048,
  state: 'uploading',
  progress: 0,
  uploadId: null,
  error: null,
};
const begun: Draft = { ...emptyDraft, text: 'With the list', files: [file] };
const there: Draft = { ...begun, files: [{ ...file, state: 'done', progress: 1, uploadId: 'u' }] };

const send = vi.fn();
let press = () => {};
let show = (_: Draft) => {};
let leave = () => {};

function Box({ draft }: { draft: Draft }) {
  const after = useSendAfterUpload('key', draft, send);
  press = () => act(() => after.press('now'));
  return null;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  send.mockClear();
  const root = createRoot(document.createElement('div'));
  show = (draft) => act(() => root.render(<Box draft={draft} />));
  leave = () => act(() => root.unmount());
  show(begun);
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

it('leaves once its files are there', () => {
  press();
  expect(send).not.toHaveBeenCalled();
  show(there);
  expect(send).toHaveBeenCalledExactlyOnceWith('now');
});

it('stays where it was changed after the button was pressed', () => {
  press();
  show({ ...begun, text: 'With the list, and' });
  show({ ...there, text: 'With the list, and' });
  expect(send).not.toHaveBeenCalled();
});

it('stays where the file was cancelled', () => {
  press();
  show({ ...begun, files: [] });
  expect(send).not.toHaveBeenCalled();
});
