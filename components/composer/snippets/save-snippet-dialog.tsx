import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { showToast } from '@/components/ui/toast-store';
import { type Problems, problemsOfError } from '@/lib/client/form-problems';
import { useEditSnippets, useSnippets } from '@/lib/client/queries/snippets';
import { firstLine } from '@/lib/client/snippet-words';
import { snippetInputSchema } from '@/lib/shared/contract/snippet';

type SaveSnippetDialogProps = {
  locationId: string;
  /** What is written at present. */
  text: string;
  onClose: () => void;
  onCloseAutoFocus: () => void;
};

/** Gives what was just written a name, to be used again. */
export function SaveSnippetDialog({ locationId, text, onClose, onCloseAutoFocus }: SaveSnippetDialogProps) {
  const id = useId();
  const [asked, setAsked] = useState({ name: '', folder: '', isShared: false });
  const [problems, setProblems] = useState<Problems<'name' | 'folder'>>({});
  const { mutate, isPending } = useEditSnippets(locationId);
  const { data: known = [] } = useSnippets(locationId);
  const folders = [...new Set(known.map(({ folder }) => folder).filter(Boolean))];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    const parsed = snippetInputSchema.safeParse({ ...asked, text });
    if (!parsed.success) {
      const isFolder = parsed.error.issues[0]?.path[0] === 'folder';
      return setProblems(
        isFolder
          ? { folder: 'A folder has at most 60 characters.' }
          : { name: 'Give it a name of 1 to 100 characters.' },
      );
    }
    mutate(
      { kind: 'create', snippet: parsed.data },
      {
        onSuccess: () => {
          showToast({ text: `Saved as “${parsed.data.name}”` });
          onClose();
        },
        onError: (error) => setProblems(problemsOfError(error, ['name', 'folder'] as const)),
      },
    );
  }

  return (
    <FormDialog
      title="Save as snippet"
      onClose={onClose}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        onCloseAutoFocus();
      }}
    >
      <form noValidate className="grid gap-4 px-[18px] py-4" onSubmit={submit}>
        <Field label="Name" error={problems.name}>
          {(control) => (
            <Input
              {...control}
              name="name"
              dir="auto"
              autoComplete="off"
              value={asked.name}
              onChange={(event) => setAsked({ ...asked, name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Folder (optional)" error={problems.folder}>
          {(control) => (
            <Input
              {...control}
              name="folder"
              dir="auto"
              autoComplete="off"
              list={`${id}-folders`}
              value={asked.folder}
              onChange={(event) => setAsked({ ...asked, folder: event.target.value })}
            />
          )}
        </Field>
        <datalist id={`${id}-folders`}>
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        <p dir="auto" className="line-clamp-3 text-13 text-ink-2 [overflow-wrap:anywhere]">
          {firstLine(text, 300)}
        </p>
        <label htmlFor={`${id}-shared`} className="flex items-center gap-2.5 text-13 touch:min-h-11">
          <input
            id={`${id}-shared`}
            type="checkbox"
            className="size-4 shrink-0 accent-accent"
            checked={asked.isShared}
            onChange={(event) => setAsked({ ...asked, isShared: event.target.checked })}
          />
          Share with everybody at this location
        </label>
        {problems.form && (
          <p role="alert" className="text-13 text-bad">
            {problems.form}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            Save snippet
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
