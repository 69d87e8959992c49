import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { showToast } from '@/components/ui/toast-store';
import { useEditViews } from '@/lib/client/queries/views';
import { type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';

type SaveViewDialogProps = {
  locationId: string;
  filter: InboxFilter;
  canShare: boolean;
  /** While the script of the dialog was being fetched. */
  typed: string;
  /** After it was saved; without that the focus goes back. */
  onSavedFocus: () => void;
  onClose: () => void;
};

/** Gives the current filter a name. */
export function SaveViewDialog(props: SaveViewDialogProps) {
  const { locationId, filter, canShare, typed, onSavedFocus, onClose } = props;
  const sharedId = useId();
  const isSaved = useRef(false);
  const [name, setName] = useState(typed);
  const [isShared, setIsShared] = useState(false);
  const { mutate, isPending, error } = useEditViews(locationId);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending || name.trim() === '') return;
    mutate(
      { kind: 'create', view: { name, search: searchFromFilter(filter), isShared } },
      {
        onSuccess: (view) => {
          showToast({ text: `Saved as “${view?.name ?? name}”` });
          isSaved.current = true;
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title="Save this view"
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        if (!isSaved.current) return;
        event.preventDefault();
        onSavedFocus();
      }}
    >
      <form className="grid gap-4 px-[18px] py-4" onSubmit={submit}>
        <Field
          label="Name"
          hint="Stands under “More”, and has a key while there is one left."
          error={error?.message}
        >
          {(control) => (
            <Input
              {...control}
              name="name"
              dir="auto"
              required
              maxLength={60}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {canShare && (
          <label htmlFor={sharedId} className="flex items-start gap-2.5 text-13 touch:min-h-11">
            <input
              id={sharedId}
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={isShared}
              onChange={(event) => setIsShared(event.target.checked)}
            />
            <span>
              Share with everybody at this location
              <span className="block text-12 text-ink-3">“Me” in it is whoever looks.</span>
            </span>
          </label>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" isPending={isPending} aria-disabled={name.trim() === ''}>
            Save view
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
