import { useState } from 'react';
import * as z from 'zod/mini';
import { showToast } from '@/components/ui/toast-store';
import { ApiError, api } from '@/lib/client/api';
import { countDrafts } from '@/lib/client/drafts';
import { apiPaths, paths } from '@/lib/shared/paths';

/** Signs out, and asks first when that would take unsent drafts away: draw `SignOutDialog` with what this answers. */
export function useSignOut() {
  const [isSigningOut, setIsSigningOut] = useState(false);
  const [draftCount, setDraftCount] = useState(0);

  async function signOut() {
    setDraftCount(0);
    setIsSigningOut(true);
    try {
      await api(apiPaths.session, { method: 'DELETE', schema: z.unknown() });
    } catch (error) {
      const isAlreadyOut = error instanceof ApiError && error.code === 'unauthenticated';
      if (!isAlreadyOut) {
        const reason = error instanceof ApiError ? error.message : 'Try again.';
        showToast({ id: 'sign-out', tone: 'bad', text: `You are still signed in. ${reason}` });
        setIsSigningOut(false);
        return;
      }
    }
    forgetPerson();
    // A full load: no cache of this person survives it.
    window.location.assign(paths.signIn);
  }

  function askSignOut() {
    const count = countDrafts();
    if (count > 0) setDraftCount(count);
    else void signOut();
  }

  return {
    askSignOut,
    isSigningOut,
    dialog: { draftCount, onSignOut: signOut, onStay: () => setDraftCount(0) },
  };
}

/** Drafts and the like stay on no shared computer; how bright the screen is does. */
function forgetPerson() {
  try {
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('parley.') && key !== 'parley.theme') localStorage.removeItem(key);
    }
  } catch {
    // Storage that is closed to us holds nothing of ours.
  }
}
