import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { instanceId, takeOverRegularly } from '@/lib/server/db/instances';
import { remember } from '@/lib/server/remember';
import { setWorker } from './nudge';
import { recoverInterruptedSends } from './recover';
import { createOutbox, type Outbox } from './worker';

/** A call that takes longer is left to its fate: whoever starts next finds it in its thread. */
const graceMs = 8_000;

/** From now on this process brings out what is held, and takes over what others have left. */
export async function startOutbox(): Promise<void> {
  await recoverInterruptedSends();
  takeOverRegularly('sends', recoverInterruptedSends);
  const outbox = worker();
  setWorker(outbox);
  outbox.nudge();
}

/** Takes nothing up any more, and lets what is under way come to its end. What is held waits for the next start. */
export async function stopOutbox(): Promise<void> {
  await Promise.race([worker().stop(), sleep(graceMs, undefined, { ref: false })]);
}

function worker(): Outbox {
  return remember('outbox-worker', () => createOutbox({ holder: instanceId() }));
}
