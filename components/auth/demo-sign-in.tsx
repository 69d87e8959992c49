'use client';

import { ChevronRight, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { initials, nameHue } from '@/lib/shared/format-name';
import type { Role } from '@/lib/shared/permissions';
import { SignInPage } from './sign-in-page';

type DemoPerson = { id: string; name: string; email: string; role: Role; description: string };

type DemoSignInProps = {
  people: readonly DemoPerson[];
  /** Where to go afterwards, or null for the inbox. Resolves to what went wrong, or null. */
  nextPath: string | null;
  onSignIn: (personId: string, nextPath: string | null) => Promise<string | null>;
  /** Whether a button led back here, which is gone now. */
  takesFocus: boolean;
  /** For people who were added to the team. */
  onByPassword: () => void;
};

const roleWords: Record<Role, string> = { admin: 'Admin', agent: 'Agent', viewer: 'Viewer' };

export function DemoSignIn({ people, nextPath, onSignIn, takesFocus, onByPassword }: DemoSignInProps) {
  const [pendingId, setPendingId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const byPasswordRef = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (takesFocus) byPasswordRef.current?.focus();
  }, [takesFocus]);

  async function signIn(personId: string) {
    if (pendingId) return;
    setPendingId(personId);
    setError(null);
    const problem = await onSignIn(personId, nextPath);
    // After success the page is on its way out: the spinner stays until it is gone.
    if (!problem) return;
    setError(problem);
    setPendingId(null);
  }

  return (
    <SignInPage
      lead="This is the sandbox. Choose who you want to be:"
      footer="Nothing leaves this computer: the people and conversations are made up, and no message reaches anybody."
    >
      <ul className="overflow-hidden rounded-panel border border-line-2 bg-panel shadow-low">
        {people.map((person) => (
          <li key={person.id} className="border-line not-first:border-t">
            <button
              type="button"
              onClick={() => signIn(person.id)}
              aria-busy={person.id === pendingId || undefined}
              aria-disabled={pendingId !== null || undefined}
              className="group/person flex w-full items-center gap-3.5 px-4 py-3.5 text-left outline-offset-[-3px] transition-colors not-aria-disabled:hover:bg-hover aria-disabled:not-aria-busy:opacity-55"
            >
              <Avatar initials={initials(person.name)} hue={nameHue(person.name)} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span className="truncate font-strong text-14 text-ink">{person.name}</span>
                  <Badge>{roleWords[person.role]}</Badge>
                </span>
                <span className="block truncate text-13 text-ink-2">{person.description}</span>
              </span>
              {person.id === pendingId ? (
                <Spinner label="Signing in" className="text-ink-2" />
              ) : (
                <ChevronRight
                  aria-hidden
                  className="size-4 shrink-0 text-ink-3 transition-transform group-hover/person:translate-x-0.5"
                />
              )}
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {error && (
          <p className="mt-3 flex items-start gap-2 text-13 text-bad">
            <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
      <Button ref={byPasswordRef} variant="quiet" className="-ml-[11px] mt-3" onClick={onByPassword}>
        Sign in with an email and a password
      </Button>
    </SignInPage>
  );
}
