import { endWithParent } from './end-with-parent.mjs';
import { interruptedWith } from './processes.mjs';

/** How often a long step says that it still runs. */
const heartbeatMs = 15_000;

/** Progress goes to stderr: stdout belongs to what a command answers (the sandbox's first line, the tests' last one). */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export const secondsSince = (startedAt) => ((performance.now() - startedAt) / 1000).toFixed(1);

/** Says what begins, that it goes on, and how long it took. `work` answers whether it went well. */
export async function withProgress(doing, work) {
  const startedAt = performance.now();
  say(`${doing} ...`);
  const heartbeat = setInterval(
    () => say(`${doing}: still at it (${secondsSince(startedAt)} s)`),
    heartbeatMs,
  );
  try {
    const isFine = await work();
    say(`${doing}: ${isFine ? 'done' : 'failed'} (${secondsSince(startedAt)} s)`);
    return isFine;
  } finally {
    clearInterval(heartbeat);
  }
}

/** A problem the person at the keyboard can solve: shown as a sentence, without a stack. */
export class Refusal extends Error {}

/** Runs what a command does and ends with its exit code; a refusal becomes its sentence and exit code 1. */
export async function main(work) {
  // Started by hand it may well outlive its shell (nohup); started by npm it has to end with it.
  if (process.env.npm_lifecycle_event) endWithParent();
  let code = 1;
  try {
    code = await work();
  } catch (error) {
    if (interruptedWith() === null) {
      say(error instanceof Refusal ? error.message : (error?.stack ?? String(error)));
    }
  }
  process.exit(interruptedWith() ?? code);
}
