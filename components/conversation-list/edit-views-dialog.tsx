import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { useEditViews } from '@/lib/client/queries/views';
import type { SavedView } from '@/lib/shared/contract/saved-view';

type EditViewsDialogProps = {
  locationId: string;
  saved: readonly SavedView[];
  canShare: boolean;
  onClose: () => void;
};

/** Renames, shares and deletes saved views. */
export function EditViewsDialog({ locationId, saved, canShare, onClose }: EditViewsDialogProps) {
  return (
    <FormDialog title="Saved views" onClose={onClose}>
      {saved.length === 0 && <p className="px-[18px] py-6 text-13 text-ink-2">None is left.</p>}
      <ul className="divide-y divide-line px-[18px]">
        {saved.map((view) => (
          <li key={view.id} aria-label={view.name} className="grid gap-2 py-3.5">
            {view.canChange ? (
              <EditView locationId={locationId} view={view} canShare={canShare} />
            ) : (
              <BidiText className="text-13">{view.name}</BidiText>
            )}
            {!view.isMine && (
              <p className="text-12 text-ink-3">
                Shared by <bdi>{view.authorName ?? 'somebody who has left'}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

type EditViewProps = { locationId: string; view: SavedView; canShare: boolean };

function EditView({ locationId, view, canShare }: EditViewProps) {
  const [name, setName] = useState(view.name);
  const [isSure, setIsSure] = useState(false);
  const { mutate, isPending, error } = useEditViews(locationId);
  const isRenamed = name.trim() !== view.name && name.trim() !== '';

  function rename(event: FormEvent) {
    event.preventDefault();
    if (isRenamed && !isPending) mutate({ kind: 'change', id: view.id, change: { name } });
  }

  function share(isShared: boolean) {
    mutate({ kind: 'change', id: view.id, change: { isShared } });
  }

  return (
    <>
      <form className="flex items-center gap-2" onSubmit={rename}>
        <Input
          name="name"
          aria-label="Name"
          dir="auto"
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {isRenamed && (
          <Button type="submit" isPending={isPending}>
            Rename
          </Button>
        )}
        <IconButton label={`Delete ${view.name}`} hasTooltip={false} onClick={() => setIsSure(true)}>
          <Trash2 aria-hidden />
        </IconButton>
      </form>
      {isSure && (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-13">
          <span className="min-w-0 flex-1">
            {view.isShared
              ? 'It goes for everybody at this location.'
              : 'The view goes, no conversation does.'}
          </span>
          <Button size="sm" variant="quiet" onClick={() => setIsSure(false)}>
            Keep
          </Button>
          <Button
            size="sm"
            variant="danger"
            isPending={isPending}
            onClick={() => mutate({ kind: 'delete', id: view.id })}
          >
            Delete view
          </Button>
        </div>
      )}
      {view.isMine && (canShare || view.isShared) && (
        <label className="flex items-center gap-2.5 text-13 text-ink-2 touch:min-h-11">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-accent"
            checked={view.isShared}
            disabled={isPending}
            onChange={(event) => share(event.target.checked)}
          />
          Shared with everybody at this location
        </label>
      )}
      {error && (
        <p role="alert" className="font-medium text-12 text-bad">
          {error.message}
        </p>
      )}
    </>
  );
}
