'use client';

import { type ComponentProps, useState } from 'react';
import * as z from 'zod/mini';
import { DemoSignIn } from '@/components/auth/demo-sign-in';
import { PasswordSignIn } from '@/components/auth/password-sign-in';
import { ApiError, api } from '@/lib/client/api';
import type { SignInRequest } from '@/lib/shared/contract/session';
import { apiPaths } from '@/lib/shared/paths';

type SignInFormProps = {
  people: ComponentProps<typeof DemoSignIn>['people'] | null;
  nextPath: string | null;
};

export function SignInForm({ people, nextPath }: SignInFormProps) {
  const [isByPassword, setIsByPassword] = useState(people === null);
  const [hasSwitched, setHasSwitched] = useState(false);

  function switchTo(byPassword: boolean) {
    setIsByPassword(byPassword);
    setHasSwitched(true);
  }

  /** Answers what went wrong, for people; on success the page is left. */
  async function signIn(body: SignInRequest): Promise<string | null> {
    try {
      await api(apiPaths.session, { method: 'POST', body, schema: z.object({}) });
    } catch (error) {
      return error instanceof ApiError ? error.message : 'Signing in did not work. Try again.';
    }
    window.location.assign(nextPath ?? '/');
    return null;
  }

  return people && !isByPassword ? (
    <DemoSignIn
      nextPath={nextPath}
      people={people}
      onSignIn={(personId) => signIn({ method: 'demo', personId })}
      takesFocus={hasSwitched}
      onByPassword={() => switchTo(true)}
    />
  ) : (
    <PasswordSignIn
      nextPath={nextPath}
      onSignIn={(email, password) => signIn({ method: 'password', email, password })}
      takesFocus={hasSwitched}
      onBack={people ? () => switchTo(false) : undefined}
    />
  );
}
