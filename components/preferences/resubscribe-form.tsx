import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { type Problems, problemsOf, problemsOfError } from '@/lib/client/form-problems';
import { useChangePreference } from '@/lib/client/queries/preferences';
import { type Resubscribe, resubscribeSchema } from '@/lib/shared/contract/preference';
import type { Place } from './address-preferences';

const fields = ['legalReason', 'legalDescription'] as const;

type ResubscribeFormProps = Place & {
  email: string;
  target: Resubscribe['target'];
  title: string;
  /** The change has been made and the statuses read again. */
  onDone: () => void;
  /** The form says why; it may have been done all the same. */
  onFail?: (error: Error) => void;
  onCancel: () => void;
};

/** Taking back a no is lawful for a reason only, which GoHighLevel keeps with the contact. */
export function ResubscribeForm({
  locationId,
  contactId,
  email,
  target,
  title,
  onDone,
  onFail,
  onCancel,
}: ResubscribeFormProps) {
  const change = useChangePreference(locationId, contactId);
  const [legalReason, setLegalReason] = useState('');
  const [legalDescription, setLegalDescription] = useState('');
  const [problems, setProblems] = useState<Problems<(typeof fields)[number]>>({});
  const formRef = useRef<HTMLFormElement>(null);

  useEffect(() => {
    formRef.current?.querySelector('textarea')?.focus();
  }, []);
  useEffect(() => {
    if (Object.keys(problems).length > 0)
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (change.isPending) return;
    const parsed = resubscribeSchema.safeParse({
      change: 'resubscribe',
      email,
      target,
      legalReason,
      legalDescription,
    });
    setProblems(parsed.success ? {} : problemsOf(parsed.error.issues, fields));
    if (!parsed.success) return;
    change.mutate(parsed.data, {
      onSuccess: onDone,
      onError: (error) => {
        setProblems(problemsOfError(error, fields));
        onFail?.(error);
      },
    });
  }

  return (
    <form
      ref={formRef}
      noValidate
      aria-label={title}
      onSubmit={submit}
      className="mt-2 mb-1 grid gap-3 rounded-card border border-line bg-bg p-3"
    >
      {target.kind === 'all' && <p className="font-medium text-13">{title}</p>}
      <Field
        label="Legal reason"
        hint="GoHighLevel keeps it as the proof that this is allowed."
        error={problems.legalReason}
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            required
            rows={2}
            className="min-h-14"
            value={legalReason}
            onChange={(event) => setLegalReason(event.target.value)}
          />
        )}
      </Field>
      <Field label="Details (optional)" hint="When and how they asked." error={problems.legalDescription}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={2}
            className="min-h-14"
            value={legalDescription}
            onChange={(event) => setLegalDescription(event.target.value)}
          />
        )}
      </Field>
      {problems.form && (
        <p role="alert" className="text-12 text-bad">
          {problems.form}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" size="sm" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" size="sm" isPending={change.isPending}>
          Resubscribe
        </Button>
      </div>
    </form>
  );
}
