import type { Draft } from '@/lib/client/drafts';
import { joinedActs } from '@/lib/client/snippet-words';
import { maxAttachments } from '@/lib/shared/contract/send';
import type { SnippetEntry } from './snippet-entries';

/** What a snippet brings along besides its text: files that are not there yet, and what it does. */
export function withSnippet(draft: Draft, { files, acts }: Pick<SnippetEntry, 'files' | 'acts'>): Draft {
  const known = new Set(draft.files.map(({ uploadId }) => uploadId));
  const room = Math.max(0, maxAttachments - draft.files.length);
  const added = files
    .filter(({ uploadId }) => !known.has(uploadId))
    .slice(0, room)
    .map((file) => ({ ...file, localId: file.uploadId, state: 'done' as const, progress: 1, error: null }));
  return { ...draft, files: [...draft.files, ...added], acts: joinedActs(draft.acts, acts) };
}
