import { type ComponentType, useState } from 'react';
import { flushSync } from 'react-dom';
import { showToast } from '@/components/ui/toast-store';
import { offlineWriteMessage } from '@/lib/client/api';
import { keepingKeys } from '@/lib/client/shortcuts/typed-ahead';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import type { InboxFilter } from '@/lib/shared/inbox-address';

type ViewDialogProps = {
  locationId: string;
  filter: InboxFilter;
  saved: readonly SavedView[];
  canShare: boolean;
  /** While its script was being fetched. */
  typed: string;
  /** Where the focus goes after a view was saved: the button that led here has gone. */
  onSavedFocus: () => void;
  onClose: () => void;
};

type Shown = { Dialog: ComponentType<ViewDialogProps>; typed: string };

/** Not part of the first script. */
const loaders = {
  save: async () => (await import('./save-view-dialog')).SaveViewDialog,
  edit: async () => (await import('./edit-views-dialog')).EditViewsDialog,
};

/** The dialog that is open, and how to open one. */
export function useViewDialog() {
  const [shown, setShown] = useState<Shown | null>(null);
  return {
    shown,
    open: (kind: keyof typeof loaders) =>
      void keepingKeys<Shown['Dialog']>(loaders[kind]).then(
        // At once: the next key finds the dialog.
        (opening) => opening && flushSync(() => setShown({ Dialog: opening.loaded, typed: opening.typed })),
        () => showToast({ tone: 'bad', text: offlineWriteMessage }),
      ),
    close: () => setShown(null),
  };
}
