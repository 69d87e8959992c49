'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { FormProblem } from './form-problem';
import { SignInPage } from './sign-in-page';

type PasswordSignInProps = {
  nextPath: string | null;
  /** Resolves to what went wrong, or null. */
  onSignIn: (email: string, password: string, nextPath: string | null) => Promise<string | null>;
  /** Whether a button led here, which is gone now: a page that has just loaded moves nobody. */
  takesFocus: boolean;
  /** To the demo people, in the sandbox. */
  onBack?: () => void;
};

export function PasswordSignIn({ nextPath, onSignIn, takesFocus, onBack }: PasswordSignInProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const emailRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (takesFocus) emailRef.current?.focus();
  }, [takesFocus]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    setIsPending(true);
    setError(null);
    const problem = await onSignIn(email.trim(), password, nextPath);
    if (!problem) return;
    setError(problem);
    setIsPending(false);
    setPassword('');
    passwordRef.current?.focus();
  }

  return (
    <SignInPage lead="Sign in with your email and password.">
      <form
        // Sent by the browser itself, before the page's script is there, it would otherwise stand in the address.
        method="post"
        onSubmit={submit}
        className="grid gap-4 rounded-panel border border-line-2 bg-panel p-5 shadow-low"
      >
        <Field label="Email">
          {(control) => (
            <Input
              {...control}
              ref={emailRef}
              type="email"
              name="email"
              autoComplete="username"
              required
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <Input
              {...control}
              ref={passwordRef}
              type="password"
              name="password"
              autoComplete="current-password"
              required
              maxLength={1024}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <FormProblem problem={error} />
        <Button type="submit" variant="primary" size="lg" isPending={isPending}>
          Sign in
        </Button>
      </form>
      {onBack && (
        <Button variant="quiet" className="-ml-[11px] mt-3" onClick={onBack}>
          Choose a demo person instead
        </Button>
      )}
    </SignInPage>
  );
}
