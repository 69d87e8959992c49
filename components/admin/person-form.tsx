import type { UseQueryResult } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type AddPerson, addPersonSchema, type TeamPerson } from '@/lib/shared/contract/people';
import type { User } from '@/lib/shared/contract/user';
import { type Role, roles } from '@/lib/shared/permissions';
import { fixedWords, roleWords } from './team-words';

type FieldName = 'name' | 'email';
/** What the server refused; without a field it is about the whole. */
export type PersonProblem = { field: FieldName | null; message: string };

type PersonFormProps = {
  person: TeamPerson | null;
  asked: AddPerson;
  onChange: (asked: AddPerson) => void;
  users: UseQueryResult<User[]>;
  problem: PersonProblem | null;
  isPending: boolean;
  onSave: (asked: AddPerson) => void;
  onCancel: () => void;
};

const fieldWords: Record<FieldName, string> = {
  name: 'Give a name of 1 to 100 characters.',
  email: 'Give an email address, such as ana@example.com.',
};

export function PersonForm({
  person,
  asked,
  onChange,
  users,
  problem,
  isPending,
  onSave,
  onCancel,
}: PersonFormProps) {
  // A new object each time: the same mistake twice leads to its field twice.
  const [wrong, setWrong] = useState<{ field: FieldName } | null>(null);
  const formRef = useRef<HTMLFormElement>(null);
  const set = (change: Partial<AddPerson>) => onChange({ ...asked, ...change });

  useEffect(() => {
    if (wrong || problem?.field)
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wrong, problem]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    const parsed = addPersonSchema.safeParse(asked);
    const field = parsed.success ? null : parsed.error.issues[0]?.path[0] === 'email' ? 'email' : 'name';
    setWrong(field && { field });
    if (parsed.success) onSave(parsed.data);
  }

  const errorOf = (field: FieldName) =>
    wrong?.field === field ? fieldWords[field] : problem?.field === field ? problem.message : undefined;

  return (
    <form ref={formRef} noValidate onSubmit={submit} className="grid gap-4 px-[18px] py-4">
      <Field label="Name" hint="As the team knows them." error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="off"
            maxLength={100}
            value={asked.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Email"
        hint={person ? 'The email they sign in with cannot be changed.' : 'They sign in with it.'}
        error={errorOf('email')}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="off"
            maxLength={254}
            disabled={person !== null}
            value={asked.email}
            onChange={(event) => set({ email: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Role"
        hint={person?.fixedBecause ? fixedWords[person.fixedBecause] : roleWords[asked.role].may}
      >
        {(control) => (
          <Select
            {...control}
            name="role"
            disabled={person?.fixedBecause != null}
            value={asked.role}
            onChange={(event) => set({ role: roleOf(event.target.value) })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleWords[role].name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {asked.role === 'agent' && (
        <label className="flex items-start gap-2.5 text-13">
          <input
            type="checkbox"
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={asked.grants.includes('preference:resubscribe')}
            onChange={(event) => set({ grants: event.target.checked ? ['preference:resubscribe'] : [] })}
          />
          <span>
            May resubscribe contacts
            <span className="block text-12 text-ink-3">
              Takes back an unsubscription, with the legal reason that GoHighLevel asks for. Admins always
              may.
            </span>
          </span>
        </label>
      )}
      <GhlUserField users={users} value={asked.ghlUserId} onChange={(ghlUserId) => set({ ghlUserId })} />
      <div role="alert">
        {problem && problem.field === null && (
          <p className="font-medium text-13 text-bad">{problem.message}</p>
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" aria-disabled={isPending} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {person ? 'Save' : 'Add and make a link'}
        </Button>
      </div>
    </form>
  );
}

type GhlUserFieldProps = {
  users: UseQueryResult<User[]>;
  value: string | null;
  onChange: (ghlUserId: string | null) => void;
};

function GhlUserField({ users, value, onChange }: GhlUserFieldProps) {
  const isListed = value === null || users.data?.some(({ id }) => id === value);
  const hint = users.error
    ? 'The users of GoHighLevel cannot be read now.'
    : 'What is assigned to that user counts as assigned to this person. Without one, the user of the same email does.';
  return (
    <Field label="User in GoHighLevel" hint={hint}>
      {(control) => (
        <Select
          {...control}
          name="ghlUserId"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">None</option>
          {!isListed && <option value={value ?? ''}>The one linked now</option>}
          {users.data?.map((user) => (
            <option key={user.id} value={user.id}>
              {user.email ? `${user.name} (${user.email})` : user.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function roleOf(value: string): Role {
  return roles.find((role) => role === value) ?? 'viewer';
}
