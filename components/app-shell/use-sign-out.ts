import { useState } from 'react';
import * as z from 'zod/mini';
import { showToast } from '@/components/ui/toast-store';
import { ApiError, api, holdRequests } from '@/lib/client/api';
import { sendingPrefix } from '@/lib/client/draft-store';
import { flushDrafts } from '@/lib/client/draft-sync';
import { idOf, readOutgoing, readOwnOutgoing } from '@/lib/client/outgoing';
import { countDrafts } from '@/lib/client/use-draft';
import { apiPaths, paths } from '@/lib/shared/paths';

/** Nobody waits longer than this for drafts to be saved. */
const saveDraftsMs = 3_000;

const noDrafts = { all: 0, unsaved: 0 };

/** Signs out, and says first what becomes of unsent drafts: draw `SignOutDialog` with what this answers. */
export function useSignOut() {
  const [isSigningOut, setIsSigningOut] = useState(false);
  const [drafts, setDrafts] = useState(noDrafts);

  async function signOut() {
    setDrafts(noDrafts);
    setIsSigningOut(true);
    const leaving = api(apiPaths.session, { method: 'DELETE', schema: z.unknown() });
    // Nothing more in their name: the page still draws, and reads ahead what is pointed at.
    const goOn = holdRequests();
    try {
      await leaving;
    } catch (error) {
      const isAlreadyOut = error instanceof ApiError && error.code === 'unauthenticated';
      if (!isAlreadyOut) {
        const reason = error instanceof ApiError ? error.message : 'Try again.';
        showToast({ id: 'sign-out', tone: 'bad', text: `You are still signed in. ${reason}` });
        setIsSigningOut(false);
        goOn();
        return;
      }
    }
    forgetPerson();
    // A full load: no cache of this person survives it.
    window.location.assign(paths.signIn);
  }

  async function askSignOut() {
    if (countDrafts().unsaved > 0) {
      setIsSigningOut(true);
      await Promise.race([flushDrafts(), new Promise((done) => setTimeout(done, saveDraftsMs))]);
      setIsSigningOut(false);
    }
    const counts = countDrafts();
    // What waits for the network is in this browser alone.
    const waiting = readOwnOutgoing().length;
    const all = { all: counts.all + waiting, unsaved: counts.unsaved + waiting };
    if (all.all > 0) setDrafts(all);
    else void signOut();
  }

  return {
    askSignOut: () => void askSignOut(),
    isSigningOut,
    dialog: { drafts, onSignOut: signOut, onStay: () => setDrafts(noDrafts) },
  };
}

/** Drafts and the like stay on no shared computer; how bright the screen is does, and what somebody else has yet to send. */
function forgetPerson() {
  try {
    const own = readOwnOutgoing();
    const others = readOutgoing().filter((outgoing) => !own.includes(outgoing));
    const kept = new Set(['parley.theme', ...others.map((outgoing) => sendingPrefix + idOf(outgoing))]);
    sessionStorage.clear();
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('parley.') && !kept.has(key)) localStorage.removeItem(key);
    }
  } catch {
    // Storage that is closed to us holds nothing of ours.
  }
}
