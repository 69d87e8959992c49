'use client';

import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { JoinForm } from '@/components/auth/join-form';
import { JoinProblem } from '@/components/auth/join-problem';
import { SignInPage } from '@/components/auth/sign-in-page';
import { Skeleton } from '@/components/ui/skeleton';
import { ApiError, api } from '@/lib/client/api';
import { useLink } from '@/lib/client/queries/join';
import type { Join } from '@/lib/shared/contract/people';
import { apiPaths } from '@/lib/shared/paths';

export function JoinScreen() {
  const token = useSyncExternalStore(subscribeHash, readToken, () => null);
  const link = useLink(token);

  /** Answers what went wrong; on success the page is left. */
  async function join(asked: Omit<Join, 'token'>): Promise<string | null> {
    try {
      const body = { ...asked, token: token ?? '' };
      await api(apiPaths.join, { method: 'POST', body, schema: z.object({}) });
    } catch (error) {
      return error instanceof ApiError ? error.message : 'It did not work. Try again.';
    }
    window.location.replace('/');
    return null;
  }

  if (token === '')
    return <JoinProblem message="The address ends too early: a part of the link is missing." />;
  if (link.error) {
    return (
      <JoinProblem message={link.error.message} onRetry={retryOf(link.error, () => void link.refetch())} />
    );
  }
  if (!link.data) {
    return (
      <SignInPage lead={<span role="status">Reading the link…</span>}>
        <Skeleton className="h-64 rounded-panel" />
      </SignInPage>
    );
  }
  return <JoinForm link={link.data} onJoin={join} />;
}

/** A link that is gone stays gone; everything else can pass. */
function retryOf(error: Error, retry: () => void): (() => void) | undefined {
  return error instanceof ApiError && error.code === 'not_found' ? undefined : retry;
}

function readToken(): string {
  return window.location.hash.slice(1);
}

function subscribeHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
