import { Info } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { focusFirstField } from '@/components/ui/focus-first-field';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { showToast } from '@/components/ui/toast-store';
import { isUnclear } from '@/lib/client/api';
import { type Problems, problemsOf, problemsOfError } from '@/lib/client/form-problems';
import { useCreateSubtype, useSubtypes, useUpdateSubtype } from '@/lib/client/queries/subtypes';
import { type Subtype, subtypePatchSchema, subtypeRequestSchema } from '@/lib/shared/contract/subtype';
import { ChannelAndLanguage } from './channel-and-language';
import { CountedField } from './counted-field';
import { type Attempt, aboutWords, hasArrived, type SubtypeDraft, subtypeFields } from './subtype-draft';

type SubtypeFormProps = {
  locationId: string;
  isOpen: boolean;
  /** Null makes a new one. */
  subtype: Subtype | null;
  draft: SubtypeDraft;
  onDraftChange: (draft: SubtypeDraft) => void;
  onClose: () => void;
  onSaved: () => void;
};

/** Checked by the schema that the server uses. What was typed stays on every failure. */
export function SubtypeForm({
  locationId,
  isOpen,
  subtype,
  draft,
  onDraftChange,
  onClose,
  onSaved,
}: SubtypeFormProps) {
  const create = useCreateSubtype(locationId);
  const update = useUpdateSubtype(locationId);
  const [problems, setProblems] = useState<Problems<(typeof subtypeFields)[number]>>({});
  const [unanswered, setUnanswered] = useState<Attempt | null>(null);
  const { data: list } = useSubtypes(locationId);
  const subtypes = list?.state === 'ready' ? list.subtypes : [];
  const isMadeAnyway = unanswered !== null && hasArrived(unanswered, subtypes);
  const formRef = useRef<HTMLFormElement>(null);
  const isPending = create.isPending || update.isPending;
  const edit = (change: Partial<SubtypeDraft>) => onDraftChange({ ...draft, ...change });

  useEffect(() => {
    if (Object.keys(problems).length > 0)
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  // The answer was lost, what was asked for was done: tried again, there would be two, and GoHighLevel deletes none.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list shows it.
  useEffect(() => {
    if (isMadeAnyway) succeed();
  }, [isMadeAnyway]);

  // What is on its way cannot be stopped, and how it ends must be seen.
  const close = () => !isPending && onClose();

  function succeed() {
    showToast({ text: subtype ? 'The changes are saved.' : `"${draft.name.trim()}" is made.` });
    setProblems({});
    setUnanswered(null);
    onSaved();
  }

  function fail(error: Error, attempt: Attempt) {
    if (!isUnclear(error)) return setProblems(problemsOfError(error, subtypeFields));
    setUnanswered(attempt);
    const advice = subtype ? '' : ' It may have been made all the same: look at the list first.';
    setProblems({ form: error.message + advice });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    const { name, description } = draft;
    const parsed = subtype
      ? subtypePatchSchema.safeParse({ name, description })
      : subtypeRequestSchema.safeParse(draft);
    setProblems(parsed.success ? {} : problemsOf(parsed.error.issues, subtypeFields));
    if (!parsed.success) return;
    setUnanswered(null);
    const request = { ...draft, ...parsed.data };
    const result = {
      onSuccess: succeed,
      onError: (error: Error) =>
        fail(error, {
          subtypeId: subtype?.id ?? null,
          knownIds: new Set(subtypes.map(({ id }) => id)),
          name: request.name,
          description: request.description,
        }),
    };
    if (subtype) update.mutate({ subtypeId: subtype.id, patch: parsed.data }, result);
    else create.mutate(request, result);
  }

  return (
    <Sheet open={isOpen} onOpenChange={(next) => !next && close()}>
      <SheetContent title={subtype ? 'Edit type' : 'New subscription type'} onOpenAutoFocus={focusFirstField}>
        <form ref={formRef} noValidate onSubmit={submit} className="grid gap-5 p-[18px]">
          <CountedField
            label="Name"
            name="name"
            hint="Contacts read it on GoHighLevel’s preference page."
            value={draft.name}
            error={problems.name}
            onValueChange={(name) => edit({ name })}
          />
          <CountedField
            label="Description (optional)"
            name="description"
            hint="What comes, and how often."
            value={draft.description}
            error={problems.description}
            onValueChange={(description) => edit({ description })}
          />
          {subtype ? (
            <p className="text-13 text-ink-2">
              {aboutWords(subtype)}
              <span className="block text-12 text-ink-3">
                Channel and language were chosen when it was made and cannot be changed.
              </span>
            </p>
          ) : (
            <>
              <ChannelAndLanguage draft={draft} problems={problems} onEdit={edit} />
              <p className="flex gap-2 rounded-control border border-tint-line bg-tint p-2.5 text-12 text-ink">
                <Info aria-hidden className="mt-px size-4 shrink-0" />
                Channel and language cannot be changed later, and a type cannot be deleted: it can only be
                archived.
              </p>
            </>
          )}
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
              {subtype ? 'Save changes' : 'Create type'}
            </Button>
          </div>
        </form>
      </SheetContent>
    </Sheet>
  );
}
