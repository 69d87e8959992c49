import 'server-only';
import { audit } from '@/lib/server/audit/audit';
import { remember } from '@/lib/server/remember';

/** Whom a request turned out to come from, and where it went. */
export type Trail = {
  personId: string | null;
  locationId: string | null;
  /** What only the body tells, where the audit log is to say more than the address. Null: nothing was done. */
  action?: string | null;
  target?: string;
};

type Outcome = {
  trail: Trail;
  action: string | undefined;
  method: string;
  isWrite: boolean;
  target: string | null;
  /** `ok`, or the code of the refusal. */
  result: string;
};

/** Refused sign-ins are recorded at most this often: a stranger could fill the disk with them. */
const strangerRowMs = 1000;

/** Writes the audit log's line, where there is to be one. */
export async function recordOutcome(outcome: Outcome): Promise<void> {
  if (!isRecorded(outcome)) return;
  const { trail, action, method, target, result } = outcome;
  const { personId, locationId } = trail;
  await audit({
    personId,
    locationId,
    action: trail.action ?? action ?? `read.${method.toLowerCase()}`,
    target: trail.target ?? target,
    result,
  });
}

/** Writes and refusals of known people; of strangers only that a sign-in was refused. */
function isRecorded({ trail, action, isWrite, result }: Outcome): boolean {
  if (trail.action === null) return false;
  if (trail.personId !== null) return (isWrite && action !== undefined) || result === 'forbidden';
  return action === 'session.sign-in' && result === 'forbidden' && mayRecordStranger();
}

function mayRecordStranger(now = Date.now()): boolean {
  const last = remember('stranger-recorded', () => ({ at: 0 }));
  if (now - last.at < strangerRowMs) return false;
  last.at = now;
  return true;
}
