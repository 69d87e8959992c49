import { api } from '@/lib/client/api';
import {
  type DraftAnswer,
  type DraftChange,
  draftAnswerSchema,
  draftListSchema,
  type SavedDraft,
} from '@/lib/shared/contract/draft';
import { apiPaths } from '@/lib/shared/paths';

/** What a browser lets go out of a page that is being left. */
const maxKeepaliveChars = 16_000;

export async function fetchDrafts(locationId: string): Promise<SavedDraft[]> {
  return (await api(apiPaths.drafts(locationId), { schema: draftListSchema })).drafts;
}

export function saveDraft(
  { locationId, conversationId }: { locationId: string; conversationId: string },
  change: DraftChange,
  { isLeaving }: { isLeaving: boolean },
): Promise<DraftAnswer> {
  const length = (change.content?.text.length ?? 0) + JSON.stringify(change.content?.rich ?? '').length;
  return api(apiPaths.draft(locationId, conversationId), {
    method: 'PUT',
    body: change,
    schema: draftAnswerSchema,
    keepalive: isLeaving && length < maxKeepaliveChars,
  });
}
