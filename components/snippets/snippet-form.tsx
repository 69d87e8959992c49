import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { focusFirstField } from '@/components/ui/focus-first-field';
import { Input } from '@/components/ui/input';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast-store';
import { isUnclear } from '@/lib/client/api';
import { type Problems, problemsOfError } from '@/lib/client/form-problems';
import { snippetsOptions, useEditSnippets, useSnippets, useVariables } from '@/lib/client/queries/snippets';
import { maxSmsLength } from '@/lib/shared/contract/send';
import type { Snippet } from '@/lib/shared/contract/snippet';
import { ActFields } from './act-fields';
import {
  checkedSnippet,
  type SnippetDraft,
  type SnippetField,
  snippetFields,
  unknownVariables,
} from './snippet-draft';
import { SnippetFiles } from './snippet-files';
import { VariableMenu } from './variable-menu';

type SnippetFormProps = {
  locationId: string;
  isOpen: boolean;
  /** Null makes a new one. */
  snippet: Snippet | null;
  draft: SnippetDraft;
  onEdit: (change: Partial<SnippetDraft> | ((known: SnippetDraft) => Partial<SnippetDraft>)) => void;
  onClose: () => void;
  onSaved: () => void;
};

/** Checked by the schema that the server uses. What was typed stays on every failure. */
export function SnippetForm(props: SnippetFormProps) {
  const { locationId, isOpen, snippet, draft, onEdit, onClose, onSaved } = props;
  const queryClient = useQueryClient();
  const { mutate, isPending } = useEditSnippets(locationId);
  const { data: list } = useSnippets(locationId);
  const variables = useVariables(locationId, null, isOpen).data ?? [];
  const [problems, setProblems] = useState<Problems<SnippetField>>({});
  const [isUploading, setUploading] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const lastField = useRef<'subject' | 'text'>('text');
  const foldersId = useId();
  const sharedId = useId();
  const folders = [...new Set((list ?? []).map(({ folder }) => folder).filter(Boolean))];
  const unknown = variables.length > 0 ? unknownVariables(`${draft.subject}\n${draft.text}`, variables) : [];

  useEffect(() => {
    if (Object.keys(problems).length > 0)
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  // What is on its way cannot be stopped, and how it ends must be seen.
  const close = () => !isPending && onClose();

  function insert(name: string) {
    const field = formRef.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(
      `[name="${lastField.current}"]`,
    );
    if (!field) return;
    field.focus();
    field.setRangeText(
      `{{${name}}}`,
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
      'end',
    );
    onEdit({ [lastField.current]: field.value });
  }

  function fail(error: Error) {
    const advice =
      !snippet && isUnclear(error) ? ' It may have been made all the same: look at the list first.' : '';
    const found = problemsOfError(error, snippetFields);
    setProblems(found.form ? { form: found.form + advice } : found);
    // Somebody was quicker: from here on it is theirs that would be replaced, and that was said.
    const newest = queryClient
      .getQueryData(snippetsOptions(locationId).queryKey)
      ?.find(({ id }) => id === snippet?.id)?.updatedAt;
    if (newest !== undefined) onEdit({ baseUpdatedAt: newest });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    if (isUploading) return setProblems({ uploadIds: 'A file is still being uploaded.' });
    const { input, problem } = checkedSnippet(draft, snippet);
    setProblems(problem ? { [problem.field]: problem.message } : {});
    if (!input) return;
    const result = {
      onSuccess: () => {
        showToast({ text: snippet ? 'The changes are saved.' : `“${input.name}” is made.` });
        setProblems({});
        onSaved();
      },
      onError: fail,
    };
    if (!snippet) return mutate({ kind: 'create', snippet: input }, result);
    const baseUpdatedAt = draft.baseUpdatedAt ?? snippet.updatedAt;
    mutate({ kind: 'change', id: snippet.id, change: { ...input, baseUpdatedAt } }, result);
  }

  const control = (name: 'name' | 'folder' | 'subject' | 'text') => ({
    name,
    dir: 'auto' as const,
    autoComplete: 'off',
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onEdit({ [name]: event.target.value }),
  });

  return (
    <Sheet open={isOpen} onOpenChange={(next) => !next && close()}>
      <SheetContent
        title={snippet ? 'Edit snippet' : 'New snippet'}
        className="w-[min(30rem,100vw)] phone:w-full"
        onOpenAutoFocus={focusFirstField}
      >
        <form ref={formRef} noValidate onSubmit={submit} className="grid gap-4 p-[18px]">
          <Field label="Name" error={problems.name}>
            {(field) => <Input {...field} {...control('name')} />}
          </Field>
          <Field label="Folder (optional)" error={problems.folder}>
            {(field) => <Input {...field} {...control('folder')} list={foldersId} />}
          </Field>
          <datalist id={foldersId}>
            {folders.map((folder) => (
              <option key={folder} value={folder} />
            ))}
          </datalist>
          <Field
            label="Subject (optional)"
            hint="For an email that starts a new thread."
            error={problems.subject}
          >
            {(field) => (
              <Input
                {...field}
                {...control('subject')}
                onFocus={() => {
                  lastField.current = 'subject';
                }}
              />
            )}
          </Field>
          <div className="grid gap-2">
            <Field label="Text" hint={textHint(draft.text, unknown)} error={problems.text}>
              {(field) => (
                <Textarea
                  {...field}
                  {...control('text')}
                  rows={5}
                  className="max-h-[40dvh] min-h-32"
                  onFocus={() => {
                    lastField.current = 'text';
                  }}
                />
              )}
            </Field>
            <div>
              <VariableMenu variables={variables} onInsert={insert} />
            </div>
          </div>
          <SnippetFiles
            locationId={locationId}
            files={draft.files}
            error={problems.uploadIds}
            onAdd={(file) => onEdit((known) => ({ files: [...known.files, file] }))}
            onRemove={(uploadId) =>
              onEdit((known) => ({ files: known.files.filter((file) => file.uploadId !== uploadId) }))
            }
            onUploading={setUploading}
          />
          <ActFields locationId={locationId} acts={draft.acts} onChange={(acts) => onEdit({ acts })} />
          <div className="border-line border-t pt-4">
            <label htmlFor={sharedId} className="flex items-start gap-2.5 text-13 touch:min-h-11">
              <input
                id={sharedId}
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 accent-accent"
                aria-invalid={problems.isShared ? true : undefined}
                aria-describedby={problems.isShared ? `${sharedId}-error` : undefined}
                checked={draft.isShared}
                onChange={(event) => onEdit({ isShared: event.target.checked })}
              />
              <span>
                Share with everybody at this location
                <span className="block text-12 text-ink-3">You and admins can change it.</span>
              </span>
            </label>
            {problems.isShared && (
              <p id={`${sharedId}-error`} className="mt-1 font-medium text-12 text-bad">
                {problems.isShared}
              </p>
            )}
          </div>
          {problems.form && (
            <p role="alert" className="text-13 text-bad">
              {problems.form}
            </p>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="quiet" aria-disabled={isPending} onClick={close}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" isPending={isPending}>
              {snippet ? 'Save changes' : 'Save snippet'}
            </Button>
          </div>
        </form>
      </SheetContent>
    </Sheet>
  );
}

function textHint(text: string, unknown: readonly string[]): string {
  const [first] = unknown;
  if (first !== undefined)
    return `{{${first || ' '}}} stands for nothing here: a message with it is not sent before it is filled in.`;
  if (text.length > maxSmsLength)
    return `${text.length} characters: too long for a text message, which takes ${maxSmsLength}.`;
  return 'Variables are filled in when it is inserted. {{contact.first_name | there}} says “there” where the name is not known.';
}
