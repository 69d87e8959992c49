'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Join, Link } from '@/lib/shared/contract/people';
import { fullTime } from '@/lib/shared/format-time';
import { passwordProblem } from '@/lib/shared/password';
import type { Role } from '@/lib/shared/permissions';
import { FormProblem } from './form-problem';
import { NewPasswordField } from './new-password-field';
import { SignInPage } from './sign-in-page';

type JoinFormProps = {
  link: Link;
  /** Resolves to what went wrong, or null. */
  onJoin: (asked: Omit<Join, 'token'>) => Promise<string | null>;
};

const roleWords: Record<Role, string> = { admin: 'an admin', agent: 'an agent', viewer: 'a viewer' };

export function JoinForm({ link, onJoin }: JoinFormProps) {
  const { person, purpose } = link;
  const [name, setName] = useState('');
  const [email, setEmail] = useState(person?.email ?? '');
  const [password, setPassword] = useState('');
  const [weakness, setWeakness] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const weak = passwordProblem(password, email);
    setWeakness(weak);
    setProblem(null);
    if (weak) {
      event.currentTarget.querySelector<HTMLInputElement>('input[name="password"]')?.focus();
      return;
    }
    setIsPending(true);
    const failed = await onJoin(person ? { password } : { password, name, email });
    // After success the page is on its way out: the spinner stays until it is gone.
    if (!failed) return;
    setProblem(failed);
    setIsPending(false);
  }

  return (
    <SignInPage lead={leadOf(link)} footer={`This link lets in once, until ${fullTime(link.expiresAt)}.`}>
      <form
        onSubmit={(event) => void submit(event)}
        className="grid gap-4 rounded-panel border border-line-2 bg-panel p-5 shadow-low"
      >
        {!person && (
          <Field label="Your name" hint="As your team knows you.">
            {(control) => (
              <Input
                {...control}
                name="name"
                autoComplete="name"
                required
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label="Email" hint="You sign in with it.">
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="username"
              required
              readOnly={person !== null}
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              className="read-only:bg-sunk"
            />
          )}
        </Field>
        <NewPasswordField value={password} onChange={setPassword} error={weakness} />
        <FormProblem problem={problem} />
        <Button type="submit" variant="primary" size="lg" isPending={isPending}>
          {purpose === 'reset' ? 'Set the password and sign in' : 'Join'}
        </Button>
      </form>
    </SignInPage>
  );
}

function leadOf({ purpose, person, role, invitedBy, locationName }: Link): string {
  if (purpose === 'first-admin') return `You are the first admin of ${locationName}. Choose how you sign in.`;
  if (purpose === 'reset')
    return `Hello ${person?.name ?? ''}. Choose a new password; every session you have open ends with it.`;
  return `Hello ${person?.name ?? ''}. ${invitedBy ?? 'An admin'} invites you to ${locationName} as ${roleWords[role]}. Choose a password.`;
}
