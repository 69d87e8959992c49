import type { Send } from '@/lib/shared/contract/send';
import { ApiError } from './api';
import {
  changeOutgoing,
  findOutgoing,
  idOf,
  isCancelling,
  isOurs,
  type Outgoing,
  ownOutgoing,
  readOutgoing,
  removeOutgoing,
  subscribeOutgoing,
} from './outgoing';
import { watchPress } from './watch-press';

/** The server lets nothing leave by itself that is later than this; neither does the browser. */
const lateAfterMs = 15 * 60_000;
/** Soon at first, then rarely; the browser tells at once when the network is back. */
const retryWaitsMs = [1_000, 2_000, 5_000, 10_000, 15_000];
/** Younger than this another tab is just sending it. If both do, the id makes it one. */
const adoptAfterMs = 3_000;

type RunnerOptions = {
  personId: string;
  post: (outgoing: Outgoing) => Promise<Send>;
  /** Asks the server to let it go no further. */
  undo: (outgoing: Outgoing) => Promise<Send>;
  /** The server has it: from here on it is a send like those of colleagues. */
  onAccepted: (outgoing: Outgoing, send: Send, isCancelled: boolean) => void;
  /** The server will not take it: the text goes back into its box. */
  onRefused: (outgoing: Outgoing, error: ApiError) => void;
  /** Taken back. `isKnown`: the server may have it all the same, under the same id. `isWaitedFor`: by who pressed. */
  onCancelled: (outgoing: Outgoing, isKnown: boolean, isWaitedFor: boolean) => void;
  /** It was to be taken back, and had left. */
  onTooLate: (outgoing: Outgoing) => void;
  now?: () => number;
};

type Runner = { personId: string; kick: () => void; cancel: (clientId: string) => boolean };

let runner: Runner | null = null;
/** What this page takes back, whichever runner began with it, and whether the person still waits for it. */
const presses = new Map<string, () => boolean>();
const nobodyWaits = () => false;

/** Whose sends leave this browser at present. */
export function outgoingPerson(): string {
  return runner?.personId ?? '';
}

/** Now, not with the next try. */
export function sendOutgoing(): void {
  runner?.kick();
}

/** Takes back what has no answer yet; false: it has one, so the server is to be asked. */
export function cancelOutgoing(clientId: string): boolean {
  return runner?.cancel(clientId) ?? false;
}

/**
 * Brings what left the boxes to our server: in order for each conversation, each under its own id, so that trying again
 * cannot send twice, and again by itself until the server is reached. Answers how to stop.
 */
export function startOutgoing(options: RunnerOptions): () => void {
  const { personId, now = Date.now } = options;
  const underWay = new Set<string>();
  const busy = new Set<string>();
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  function kick(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const key of new Set(readOutgoing().filter(isForUs).map(placeOf))) void drain(key);
    watch();
  }

  /** What another tab leaves behind is looked at again, also if nothing more happens here. */
  function watch(): void {
    if (timer !== undefined || isStopped) return;
    const isLeft = (each: Outgoing) => each.personId === personId && isDue(each) && !isOurs(each);
    if (readOutgoing().some(isLeft)) timer = setTimeout(kick, adoptAfterMs);
  }

  function isForUs(outgoing: Outgoing): boolean {
    return outgoing.personId === personId && (isOurs(outgoing) || now() - outgoing.startedAt > adoptAfterMs);
  }

  async function drain(key: string): Promise<void> {
    if (busy.has(key)) return;
    busy.add(key);
    const next = () =>
      readOutgoing().find(
        (each) => placeOf(each) === key && isForUs(each) && (isDue(each) || isWantedLate(each)),
      );
    try {
      for (let outgoing = next(); outgoing && !isStopped; outgoing = next()) {
        if (!(await deliver(outgoing))) break;
      }
    } finally {
      busy.delete(key);
    }
  }

  /** Whether the next one may go. */
  async function deliver(outgoing: Outgoing): Promise<boolean> {
    const clientId = idOf(outgoing);
    if (now() - outgoing.startedAt > lateAfterMs && !outgoing.isWanted) {
      changeOutgoing(clientId, { phase: 'late' });
      return true;
    }
    changeOutgoing(clientId, { tries: outgoing.tries + 1 });
    underWay.add(clientId);
    try {
      const send = await options.post(outgoing);
      failures = 0;
      settle(outgoing, send);
      return true;
    } catch (error) {
      if (isRefusal(error)) {
        options.onRefused(outgoing, error);
        drop(clientId);
        return true;
      }
      if (isCancelling(clientId)) {
        if (presses.has(clientId)) void takeBack(outgoing);
        return true;
      }
      const isNetwork = error instanceof ApiError && error.code === 'offline';
      changeOutgoing(clientId, {
        phase: 'waiting',
        problem: isNetwork || !(error instanceof ApiError) ? null : error.message,
      });
      tryLater();
      return false;
    } finally {
      underWay.delete(clientId);
    }
  }

  function settle(outgoing: Outgoing, send: Send): void {
    const clientId = idOf(outgoing);
    const isCancelled = isCancelling(clientId);
    // Known as the server's before it is forgotten here: it is on the screen all the time.
    options.onAccepted(outgoing, send, isCancelled);
    if (!isCancelled) drop(clientId);
    else if (presses.has(clientId)) void takeBack(outgoing);
  }

  async function takeBack(outgoing: Outgoing): Promise<void> {
    try {
      options.onAccepted(outgoing, await options.undo(outgoing), true);
      giveUp(outgoing, false);
    } catch (error) {
      // The same id also where the server has not heard of it: it may still be on its way there.
      if (!isRefusal(error) || error.code === 'not_found') return giveUp(outgoing, true);
      options.onTooLate(outgoing);
      drop(idOf(outgoing));
    }
  }

  /** In its box before it is gone from the storage. */
  function giveUp(outgoing: Outgoing, isKnown: boolean): void {
    options.onCancelled(outgoing, isKnown, presses.get(idOf(outgoing))?.() ?? false);
    drop(idOf(outgoing));
  }

  function drop(clientId: string): void {
    presses.delete(clientId);
    removeOutgoing(clientId);
  }

  function cancel(clientId: string): boolean {
    const outgoing = findOutgoing(clientId);
    if (outgoing?.personId !== personId) return false;
    if (presses.has(clientId)) return true;
    presses.set(clientId, watchPress());
    changeOutgoing(clientId, { phase: 'cancelling' });
    if (underWay.has(clientId)) return true;
    if (outgoing.tries === 0) giveUp(outgoing, false);
    else void takeBack(outgoing);
    return true;
  }

  /** The page that took it back was closed before it was through. */
  function takeUp(outgoing: Outgoing): void {
    presses.set(idOf(outgoing), nobodyWaits);
    void takeBack(outgoing);
  }

  function tryLater(): void {
    const waitMs = retryWaitsMs[Math.min(failures, retryWaitsMs.length - 1)];
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(kick, waitMs);
  }

  const onVisible = () => !document.hidden && kick();
  window.addEventListener('online', kick);
  document.addEventListener('visibilitychange', onVisible);
  const unsubscribe = subscribeOutgoing(watch);
  const own: Runner = { personId, kick, cancel };
  runner = own;
  ownOutgoing(personId);
  for (const each of readOutgoing()) {
    if (each.personId === personId && each.phase === 'cancelling' && !presses.has(idOf(each))) takeUp(each);
  }
  kick();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', kick);
    document.removeEventListener('visibilitychange', onVisible);
    unsubscribe();
    if (runner === own) runner = null;
  };
}

const placeOf = ({ locationId, conversationId }: Outgoing): string => `${locationId}/${conversationId}`;

const isDue = ({ phase }: Outgoing): boolean => phase === 'sending' || phase === 'waiting';
const isWantedLate = ({ phase, isWanted }: Outgoing): boolean => phase === 'late' && isWanted;

/** The server's word that it will not take it; anything else says nothing, and is tried again. Signed out, it goes once they are back. */
function isRefusal(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 401 &&
    error.code !== 'too_many_requests' &&
    error.status !== 408
  );
}
