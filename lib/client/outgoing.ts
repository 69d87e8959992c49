import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { sendingPrefix as keyPrefix } from './draft-store';
import { draftSchema } from './drafts';

const outgoingSchema = z.object({
  locationId: z.string(),
  conversationId: z.string(),
  /** Who pressed the button: nobody else's browser sends it. */
  personId: z.string(),
  request: sendRequestSchema,
  /** The box that it came from, and what comes back into it if it is not sent. */
  draftKey: z.string(),
  draft: draftSchema,
  /** By this computer's clock. */
  startedAt: z.number(),
  /** How often our server was asked. More than none: it may have it, though no answer came. */
  tries: z.number(),
  /** sending: asked just now. waiting: the server is not reached. late: so old that a person decides. cancelling: it goes back. */
  phase: z.enum(['sending', 'waiting', 'late', 'cancelling']),
  /** Of `waiting`, where it is not the network: what the server says. */
  problem: z.nullable(z.string()),
  /** A person has said that it shall go although it is late. */
  isWanted: z.boolean(),
});
/** A send that has left the box and has no answer from our own server yet. */
export type Outgoing = z.infer<typeof outgoingSchema>;

/** Of every tab of this browser: oldest first. */
let known: readonly Outgoing[] | null = null;
/** Who is signed in: what others have left in this browser waits for them, unseen. */
let person = '';
/** Made in this tab: another one leaves them to it for a while. */
const ours = new Set<string>();
const listeners = new Set<() => void>();
const none: readonly Outgoing[] = [];

export const idOf = (outgoing: Outgoing): string => outgoing.request.clientId;

export function readOutgoing(): readonly Outgoing[] {
  known ??= inOrder(storedOutgoing());
  return known;
}

export function findOutgoing(clientId: string): Outgoing | undefined {
  return readOutgoing().find((outgoing) => idOf(outgoing) === clientId);
}

/** What is being taken back stays until its text is in its box. */
export const isCancelling = (clientId: string): boolean => findOutgoing(clientId)?.phase === 'cancelling';

export const isOurs = (outgoing: Outgoing): boolean => ours.has(idOf(outgoing));

/** In the storage before it is on the screen: neither a reload nor a crash loses it. */
export function addOutgoing(outgoing: Outgoing): void {
  ours.add(idOf(outgoing));
  store(outgoing);
  replace([...readOutgoing().filter((other) => idOf(other) !== idOf(outgoing)), outgoing]);
}

export function changeOutgoing(clientId: string, change: Partial<Outgoing>): void {
  const before = findOutgoing(clientId);
  if (!before) return;
  const after = { ...before, ...change };
  store(after);
  replace(readOutgoing().map((outgoing) => (outgoing === before ? after : outgoing)));
}

export function removeOutgoing(clientId: string): void {
  ours.delete(clientId);
  try {
    localStorage.removeItem(keyPrefix + clientId);
  } catch {
    // It was kept in this tab alone.
  }
  if (findOutgoing(clientId)) replace(readOutgoing().filter((outgoing) => idOf(outgoing) !== clientId));
}

export function ownOutgoing(personId: string): void {
  person = personId;
  replace(readOutgoing());
}

/** What is on its way of whoever is signed in. */
export function readOwnOutgoing(): readonly Outgoing[] {
  return readOutgoing().filter(({ personId }) => personId === person);
}

/** What of a conversation is on its way. */
export function useOutgoing(locationId: string, conversationId: string): readonly Outgoing[] {
  const all = useSyncExternalStore(subscribeOutgoing, readOutgoing, () => none);
  return all.filter(
    (each) =>
      each.personId === person && each.locationId === locationId && each.conversationId === conversationId,
  );
}

export function subscribeOutgoing(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', followOtherTabs);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTabs);
  };
}

/** Another tab sent something, has got its answer, or has signed out. */
function followOtherTabs({ key, newValue }: StorageEvent): void {
  if (key === null) replace([]);
  if (!key?.startsWith(keyPrefix)) return;
  const clientId = key.slice(keyPrefix.length);
  const others = readOutgoing().filter((outgoing) => idOf(outgoing) !== clientId);
  replace([...others, ...parsed(newValue)]);
}

function replace(next: readonly Outgoing[]): void {
  known = inOrder(next);
  for (const listener of listeners) listener();
}

function inOrder(outgoing: readonly Outgoing[]): Outgoing[] {
  return [...outgoing].sort((a, b) => a.startedAt - b.startedAt);
}

function storedOutgoing(): Outgoing[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyPrefix));
    return keys.flatMap((key) => parsed(localStorage.getItem(key)));
  } catch {
    return [];
  }
}

function parsed(text: string | null): Outgoing[] {
  try {
    const result = outgoingSchema.safeParse(JSON.parse(text ?? 'null'));
    return result.success ? [result.data] : [];
  } catch {
    return [];
  }
}

function store(outgoing: Outgoing): void {
  try {
    localStorage.setItem(keyPrefix + idOf(outgoing), JSON.stringify(outgoing));
  } catch {
    // Storage is full or off: it lives as long as this tab.
  }
}
