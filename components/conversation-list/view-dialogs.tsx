import { lazy, Suspense } from 'react';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { InboxFilter } from '@/lib/shared/inbox-address';

export type ViewDialog = 'save' | 'edit';

/** Not part of the first script. */
const SaveViewDialog = lazy(async () => ({ default: (await import('./save-view-dialog')).SaveViewDialog }));
const EditViewsDialog = lazy(async () => ({
  default: (await import('./edit-views-dialog')).EditViewsDialog,
}));

type ViewDialogsProps = {
  kind: ViewDialog;
  locationId: string;
  filter: InboxFilter;
  saved: readonly SavedView[];
  canShare: boolean;
  onClose: () => void;
};

export function ViewDialogs({ kind, filter, saved, ...props }: ViewDialogsProps) {
  return (
    <Suspense fallback={null}>
      {kind === 'save' ? (
        <SaveViewDialog filter={filter} {...props} />
      ) : (
        <EditViewsDialog saved={saved} {...props} />
      )}
    </Suspense>
  );
}
