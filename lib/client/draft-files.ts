import { maxBytesOn, maxUploadBytes, noFilesReason, uploadProblem } from '@/lib/shared/attachment-rules';
import { maxAttachments, type SendChannel } from '@/lib/shared/contract/send';
import { ApiError } from './api';
import { newClientId } from './client-id';
import { type DraftFile, placeOfKey } from './drafts';
import { keepPreview, losePreview, sharePreview } from './file-previews';
import { announceLargeFile, uploadFile } from './uploads';
import { changeDraft, readDraft, showInDraft } from './use-draft';

type Job = { key: string; file: File; abort: AbortController };

/** More at once make none of them faster. */
const maxParallel = 3;

/** Files that this tab has and the draft does not have at GHL yet, by local id: they go on while another conversation is open. */
const jobs = new Map<string, Job>();
const waiting: string[] = [];
let running = 0;

/** Takes files into a draft: what cannot be sent says why at once, the rest is uploaded. */
export function addFiles({ key }: { key: string }, files: Iterable<File>): void {
  for (const file of files) {
    const localId = newClientId();
    const error = problemOf(key, file);
    const entry: DraftFile = {
      localId,
      name: file.name,
      sizeBytes: file.size,
      state: error ? 'failed' : 'uploading',
      progress: 0,
      uploadId: null,
      error,
    };
    keepPreview(localId, file);
    changeDraft(key, (draft) => ({ ...draft, files: [...draft.files, entry] }));
    if (!error) enqueue(localId, { key, file, abort: new AbortController() });
  }
}

export function removeFile(key: string, localId: string): void {
  jobs.get(localId)?.abort.abort(new DOMException('Removed', 'AbortError'));
  jobs.delete(localId);
  losePreview(localId);
  changeDraft(key, (draft) => ({ ...draft, files: draft.files.filter((file) => file.localId !== localId) }));
}

/** Whether a refused upload can be tried again: not when the file itself is the reason, nor once the page was loaded anew. */
export function canRetryUpload(localId: string): boolean {
  return jobs.has(localId);
}

export function retryUpload(localId: string): void {
  const known = jobs.get(localId);
  if (!known) return;
  changeFile(known.key, localId, { state: 'uploading', progress: 0, error: null });
  enqueue(localId, { ...known, abort: new AbortController() });
}

function problemOf(key: string, file: File): string | null {
  const channel = placeOfKey(key).channel as SendChannel;
  const inDraft = readDraft(key).files.filter(({ state }) => state !== 'failed');
  if (inDraft.length >= maxAttachments) return `At most ${maxAttachments} files go with one message.`;
  return (
    noFilesReason(channel) ?? uploadProblem({ name: file.name, sizeBytes: file.size }, maxBytesOn(channel))
  );
}

function enqueue(localId: string, job: Job): void {
  jobs.set(localId, job);
  waiting.push(localId);
  startNext();
}

function startNext(): void {
  while (running < maxParallel) {
    const localId = waiting.shift();
    if (localId === undefined) return;
    const job = jobs.get(localId);
    // Removed while it waited.
    if (!job) continue;
    running += 1;
    void upload(localId, job).finally(() => {
      running -= 1;
      startNext();
    });
  }
}

async function upload(localId: string, { key, file, abort }: Job): Promise<void> {
  const { locationId, conversationId, channel } = placeOfKey(key);
  const target = { locationId, conversationId, channel: channel as SendChannel, signal: abort.signal };
  try {
    // Asked first: a hundred megabytes are not uploaded to hear that they are not taken.
    if (file.size > maxUploadBytes) await announceLargeFile(file, target);
    const { uploadId, name } = await uploadFile(file, {
      ...target,
      onProgress: (progress) => showFile(key, localId, { progress }),
    });
    jobs.delete(localId);
    sharePreview(localId, uploadId);
    changeFile(key, localId, { state: 'done', progress: 1, uploadId, name });
  } catch (error) {
    if (abort.signal.aborted) return;
    if (isOfTheFile(error)) jobs.delete(localId);
    const words = error instanceof ApiError ? error.message : 'The file could not be uploaded.';
    changeFile(key, localId, { state: 'failed', error: words });
  }
}

/** Tried again, the same file would be refused for the same reason. */
function isOfTheFile(error: unknown): boolean {
  const codes = ['payload_too_large', 'unsupported_media_type', 'ghl_rejected'];
  return error instanceof ApiError && codes.includes(error.code);
}

function changeFile(key: string, localId: string, change: Partial<DraftFile>): void {
  // A draft that was cleared meanwhile has no such file any more, and stays as it is.
  if (!readDraft(key).files.some((file) => file.localId === localId)) return;
  changeDraft(key, (draft) => ({ ...draft, files: changed(draft.files, localId, change) }));
}

/** How far it is, which is shown and not kept. */
function showFile(key: string, localId: string, change: Partial<DraftFile>): void {
  showInDraft(key, (draft) => ({ ...draft, files: changed(draft.files, localId, change) }));
}

function changed(files: DraftFile[], localId: string, change: Partial<DraftFile>): DraftFile[] {
  return files.map((file) => (file.localId === localId ? { ...file, ...change } : file));
}
