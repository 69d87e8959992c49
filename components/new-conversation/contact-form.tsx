import { type FormEvent, useRef, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { addContact } from '@/lib/client/queries/new-conversation';
import { type AddedContact, type Contact, newContactSchema } from '@/lib/shared/contract/contact';
import {
  type ContactDraft,
  type ContactField,
  type ContactProblems,
  contactFields,
  problemsOf,
} from './contact-draft';
import { contactName, type Opening, OpeningNote } from './opening';

type ContactFormProps = {
  locationId: string;
  initial: ContactDraft;
  opening: Opening | null;
  onOpenFor: (contact: Contact) => void;
  onBack: () => void;
  onClose: () => void;
  onCloseAutoFocus: (event: Event) => void;
};

const words = {
  firstName: { label: 'First name', type: 'text' },
  lastName: { label: 'Last name', type: 'text' },
  email: { label: 'Email', type: 'email' },
  phone: { label: 'Phone', type: 'tel', hint: 'With its country: +1 503 555 0143.' },
} as const satisfies Record<ContactField, { label: string; type: string; hint?: string }>;

/** Makes a contact and opens a conversation. Whoever is there already is named instead of made twice. */
export function ContactForm(props: ContactFormProps) {
  const { locationId, initial, opening, onOpenFor, onBack, onClose, onCloseAutoFocus } = props;
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<ContactProblems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [added, setAdded] = useState<AddedContact | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const isOpening = opening !== null && opening.problem === null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isAdding || isOpening) return;
    // It is there by now; only the conversation could not be opened.
    if (added?.kind === 'created') return onOpenFor(added.contact);
    const wrong = problemsOf(draft);
    setProblems(wrong);
    setRefusal(null);
    const first = contactFields.find((field) => wrong[field]);
    if (first) return formRef.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    setIsAdding(true);
    try {
      const answer = await addContact(locationId, newContactSchema.parse(draft));
      setAdded(answer);
      if (answer.kind === 'created') onOpenFor(answer.contact);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It did not work. Try again.');
    }
    setIsAdding(false);
  }

  function edit(field: ContactField, text: string) {
    setDraft((known) => ({ ...known, [field]: text }));
    setProblems((known) => ({ ...known, [field]: undefined }));
    if (added?.kind === 'exists' && added.field === field) setAdded(null);
  }

  return (
    <FormDialog title="New contact" onClose={onClose} onCloseAutoFocus={onCloseAutoFocus}>
      <form
        ref={formRef}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid grid-cols-2 gap-x-3 gap-y-4 px-[18px] py-4"
      >
        {contactFields.map((field) => {
          const { label, type, ...more } = words[field];
          return (
            <Field
              key={field}
              label={label}
              hint={'hint' in more ? more.hint : undefined}
              error={problems[field]}
              className={field === 'email' || field === 'phone' ? 'col-span-2' : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  name={field}
                  type={type}
                  dir="auto"
                  autoComplete="off"
                  maxLength={254}
                  disabled={added?.kind === 'created'}
                  value={draft[field]}
                  onChange={(event) => edit(field, event.target.value)}
                />
              )}
            </Field>
          );
        })}
        <div role="alert" className="col-span-2 empty:hidden">
          {refusal && <p className="font-medium text-13 text-bad">{refusal}</p>}
          {added?.kind === 'exists' && (
            <div className="flex flex-wrap items-center justify-between gap-2 rounded-card border border-tint-line bg-tint px-3 py-2.5 text-13">
              <span>
                <BidiText>{contactName(added.contact)}</BidiText> has this{' '}
                {added.field === 'email' ? 'email address' : 'phone number'} already.
              </span>
              <Button isPending={isOpening} onClick={() => onOpenFor(added.contact)}>
                Open the conversation
              </Button>
            </div>
          )}
        </div>
        <div className="col-span-2 flex justify-end gap-2">
          <Button variant="quiet" onClick={onBack}>
            Back
          </Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isAdding || (isOpening && added?.kind !== 'exists')}
          >
            {added?.kind === 'created' ? 'Open the conversation' : 'Create and write'}
          </Button>
        </div>
      </form>
      <OpeningNote opening={opening} />
    </FormDialog>
  );
}
