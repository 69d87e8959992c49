import { uploadProblem } from '@/lib/shared/attachment-rules';
import { maxAttachments } from '@/lib/shared/contract/send';
import { ApiError } from './api';
import { newClientId } from './client-id';
import type { DraftFile } from './drafts';
import { uploadFile } from './uploads';
import { changeDraft, readDraft } from './use-draft';

type Place = { key: string; locationId: string; conversationId: string };

/** Uploads under way, by local id: they go on while another conversation is open. */
const underWay = new Map<string, { file: File; abort: AbortController }>();

/** Takes files into a draft: what cannot be sent says why at once, the rest is uploaded. */
export function addFiles(place: Place, files: Iterable<File>): void {
  for (const file of files) {
    const localId = newClientId();
    const problem =
      readDraft(place.key).files.length >= maxAttachments
        ? `At most ${maxAttachments} files go with one message.`
        : uploadProblem({ name: file.name, sizeBytes: file.size });
    const entry: DraftFile = {
      localId,
      name: file.name,
      sizeBytes: file.size,
      state: problem ? 'failed' : 'uploading',
      progress: 0,
      uploadId: null,
      error: problem,
    };
    changeDraft(place.key, (draft) => ({ ...draft, files: [...draft.files, entry] }));
    if (!problem) void upload(place, localId, file);
  }
}

export function removeFile(key: string, localId: string): void {
  underWay.get(localId)?.abort.abort(new DOMException('Removed', 'AbortError'));
  underWay.delete(localId);
  changeDraft(key, (draft) => ({ ...draft, files: draft.files.filter((file) => file.localId !== localId) }));
}

/** Whether a refused upload can be tried again: not when the file itself is the reason. */
export function canRetryUpload(localId: string): boolean {
  return underWay.has(localId);
}

export function retryUpload(place: Place, localId: string): void {
  const known = underWay.get(localId);
  if (known) void upload(place, localId, known.file);
}

async function upload(place: Place, localId: string, file: File): Promise<void> {
  const abort = new AbortController();
  underWay.set(localId, { file, abort });
  const update = (change: Partial<DraftFile>) =>
    changeDraft(place.key, (draft) => ({
      ...draft,
      files: draft.files.map((entry) => (entry.localId === localId ? { ...entry, ...change } : entry)),
    }));
  update({ state: 'uploading', progress: 0, error: null });
  try {
    const { uploadId, name } = await uploadFile(place.locationId, place.conversationId, file, {
      signal: abort.signal,
      onProgress: (progress) => update({ progress }),
    });
    underWay.delete(localId);
    update({ state: 'done', progress: 1, uploadId, name });
  } catch (error) {
    if (abort.signal.aborted) return;
    update({
      state: 'failed',
      error: error instanceof ApiError ? error.message : 'The file could not be uploaded.',
    });
  }
}
