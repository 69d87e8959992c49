import { useSyncExternalStore } from 'react';
import { newClientId } from './client-id';
import { type OtherChoice, settleOther } from './draft-merge';
import { draftKeys, draftKeysOf, onDraftChange, readRecord, showRecord, writeRecord } from './draft-store';
import { type Draft, type DraftRecord, emptyDraft, isBlank, type OtherDraft } from './drafts';

export function readDraft(key: string): Draft {
  return readRecord(key).draft;
}

/** Written at once, outside React: what was typed outlives the component, and a send that fails finds its way back. */
export function changeDraft(key: string, change: (draft: Draft) => Draft): void {
  const record = readRecord(key);
  const changed = change(record.draft);
  const draft = isBlank(changed) ? changed : { ...changed, clientId: changed.clientId ?? newClientId() };
  const changedAt = Date.now();
  const gone = goneAfter(record, draft, changedAt);
  writeRecord(key, { ...record, draft, isChanged: true, changedAt, gone }, 'here');
}

function goneAfter({ draft, gone }: DraftRecord, next: Draft, at: number): DraftRecord['gone'] {
  const { clientId, text } = draft;
  if (clientId !== null && clientId !== next.clientId) return { clientId, text, at };
  return gone?.clientId === next.clientId ? null : gone;
}

/** How far an upload is, for example: shown, and nothing that is to be kept. */
export function showInDraft(key: string, change: (draft: Draft) => Draft): void {
  const record = readRecord(key);
  showRecord(key, { ...record, draft: change(record.draft) });
}

export function useDraft(key: string): Draft {
  return useSyncExternalStore(
    onDraftChange,
    () => readDraft(key),
    () => emptyDraft,
  );
}

/** The same draft as another browser, or another tab, has it, where both were changed. */
export function useOtherDraft(key: string): OtherDraft | null {
  return useSyncExternalStore(
    onDraftChange,
    () => readRecord(key).other,
    () => null,
  );
}

export function chooseDraft(key: string, choice: OtherChoice): void {
  writeRecord(key, { ...settleOther(readRecord(key), choice), changedAt: Date.now() }, 'here');
}

/** The first words of what the person has begun to write there, on whichever channel last; null: nothing. */
export function useDraftLine(locationId: string, conversationId: string): string | null {
  return useSyncExternalStore(
    onDraftChange,
    () => draftLine(draftsOf(locationId, conversationId)),
    () => null,
  );
}

/** The drafts of a conversation that hold something, by their keys. */
export function useDraftKeys(locationId: string, conversationId: string): string[] {
  const keys = useSyncExternalStore(
    onDraftChange,
    () => [...draftKeysOf(locationId, conversationId)].filter(isKept).join('\n'),
    () => '',
  );
  return keys === '' ? [] : keys.split('\n');
}

/** How many there are, and how many of them the server does not have as they are here. */
export function countDrafts(): { all: number; unsaved: number } {
  const kept = draftKeys().filter(isKept).map(readRecord);
  return { all: kept.length, unsaved: kept.filter(isUnsaved).length };
}

function isUnsaved({ isChanged, other, draft }: DraftRecord): boolean {
  return isChanged || other?.version === null || draft.files.some(({ uploadId }) => uploadId === null);
}

/** More than the widest row can show. */
const maxLineChars = 200;

function draftLine(records: readonly DraftRecord[]): string | null {
  const [newest] = records.toSorted((a, b) => b.changedAt - a.changedAt);
  if (!newest) return null;
  const { text, subject, files, to, cc, bcc, templateId } =
    isBlank(newest.draft) && newest.other ? newest.other.content : newest.draft;
  const words = text.trimStart().slice(0, maxLineChars).replace(/\s+/g, ' ').toWellFormed();
  const wordless = templateId === null ? `To ${[to, cc, bcc].filter(Boolean).join(', ')}` : 'Template';
  return words || subject || files.map(({ name }) => name).join(', ') || wordless;
}

function draftsOf(locationId: string, conversationId: string): DraftRecord[] {
  return [...draftKeysOf(locationId, conversationId)].filter(isKept).map(readRecord);
}

function isKept(key: string): boolean {
  const { draft, other } = readRecord(key);
  return !isBlank(draft) || other !== null;
}
