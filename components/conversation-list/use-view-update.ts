import { useState } from 'react';
import { showToast } from '@/components/ui/toast-store';
import { readPreferences } from '@/lib/client/preferences';
import { useEditViews } from '@/lib/client/queries/views';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import { type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';
import { chosenView, hasFilters, viewToUpdate } from './views';

type ViewUpdate = { name: string; run: () => void };

/** For a saved view that was opened and then narrowed otherwise: puts the filter there in place of its own. */
export function useViewUpdate(
  locationId: string,
  filter: InboxFilter,
  saved: readonly SavedView[],
): ViewUpdate | null {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const { mutate, isPending } = useEditViews(locationId);
  const chosen = chosenView(filter, saved);
  const isLeft = chosen.kind === 'team' && !hasFilters(filter);
  const nowId = chosen.kind === 'saved' ? chosen.view.id : isLeft ? null : openedId;
  if (nowId !== openedId) setOpenedId(nowId);
  const view = viewToUpdate(filter, saved, nowId);
  if (!view) return null;

  const { id, name, search: before } = view;
  const put = (search: string, text: string, action?: { label: string; onAction: () => void }) =>
    mutate(
      { kind: 'change', id, change: { search } },
      {
        onSuccess: () =>
          showToast({ text, action, durationMs: action && readPreferences().undoSeconds * 1000 }),
        onError: (error) => showToast({ tone: 'bad', text: `“${name}” was not changed. ${error.message}` }),
      },
    );
  return {
    name,
    run() {
      if (isPending) return;
      put(searchFromFilter(filter), `“${name}” has these filters now`, {
        label: 'Undo',
        onAction: () => put(before, `“${name}” is as it was`),
      });
    },
  };
}
