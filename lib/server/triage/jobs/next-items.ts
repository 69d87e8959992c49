import 'server-only';
import { audit } from '@/lib/server/audit/audit';
import { membershipOf } from '@/lib/server/auth/membership';
import { can } from '@/lib/shared/permissions';
import { claimItems, type ItemRow, type JobRow, stopJob } from './job-store';
import { words } from './job-words';

/** The next items, for this caller alone; none when the job was stopped, or its person lost the right to it. */
export async function nextItems(job: JobRow, limit: number): Promise<ItemRow[]> {
  return (await isStillAllowed(job)) ? claimItems(job.id, limit) : [];
}

/** A job outlives the request whose rights were checked, so they are checked again with each step of it. */
export async function isStillAllowed(job: JobRow): Promise<boolean> {
  const { id, personId, locationId, change, undoes } = job;
  const membership = await membershipOf(personId, locationId);
  const action = change.kind === 'delete' && !undoes ? 'conversation:delete' : 'conversation:mark';
  if (membership && can(membership, action)) return true;
  if (await stopJob(id, words.noRight))
    await audit({
      personId,
      locationId,
      action: undoes ? 'conversation.undo' : `conversation.${change.kind}`,
      target: id,
      result: 'forbidden',
    });
  return false;
}
