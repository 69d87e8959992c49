import type { SnippetActs } from '@/lib/shared/contract/snippet';
import { hasActs } from './snippet-words';

/** What a message is to do besides being sent. */
export type SendActs = {
  clientId: string;
  locationId: string;
  conversationId: string;
  acts: SnippetActs;
};
/** Answers how to take it back. */
type Run = (sent: SendActs) => () => void;

/** Nobody takes back a message that is older than so many others. */
const maxKept = 50;

let runner: { locationId: string; run: Run } | null = null;
let waiting: readonly SendActs[] = [];
const begun = new Map<string, { acts: SnippetActs; undo: () => void }>();

/** Our server has the message: from now on it counts as sent, and what it does is done. Once for each message. */
export function runSendActs(sent: SendActs): void {
  if (!hasActs(sent.acts) || begun.has(sent.clientId)) return;
  if (runner?.locationId !== sent.locationId) {
    waiting = [...waiting.filter(({ clientId }) => clientId !== sent.clientId), sent];
    return;
  }
  begun.set(sent.clientId, { acts: sent.acts, undo: runner.run(sent) });
  const [oldest] = begun.keys();
  if (begun.size > maxKept && oldest !== undefined) begun.delete(oldest);
}

/** The message was taken back, and so is what it did. Answers what that was, for the box it comes back into. */
export function undoSendActs(clientId: string): SnippetActs | null {
  waiting = waiting.filter((sent) => sent.clientId !== clientId);
  const known = begun.get(clientId);
  begun.delete(clientId);
  known?.undo();
  return known?.acts ?? null;
}

/** Whoever acts on the conversations of a location; what came before is done now. Answers how to stop. */
export function startSendActs(locationId: string, run: Run): () => void {
  const own = { locationId, run };
  runner = own;
  const due = waiting.filter((sent) => sent.locationId === locationId);
  waiting = waiting.filter((sent) => sent.locationId !== locationId);
  for (const sent of due) runSendActs(sent);
  return () => {
    if (runner === own) runner = null;
  };
}
