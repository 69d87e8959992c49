import 'server-only';
import { instanceId, takeOverRegularly } from '@/lib/server/db/instances';
import { remember } from '@/lib/server/remember';
import { setWorker } from './nudge';
import { recoverInterruptedSends } from './recover';
import { createOutbox } from './worker';

/** From now on this process brings out what is held, and takes over what others have left. */
export async function startOutbox(): Promise<void> {
  await recoverInterruptedSends();
  takeOverRegularly('sends', recoverInterruptedSends);
  const outbox = remember('outbox-worker', () => createOutbox({ holder: instanceId() }));
  setWorker(outbox);
  outbox.nudge();
}
