import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 100;
const attemptTimeoutMs = 2_000;

/** Resolves true once the app at `url` answers, false when its process has ended or the time is over. */
export async function isHealthy(url, { exited, timeoutMs }) {
  let hasEnded = false;
  exited.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + timeoutMs;
  while (!hasEnded && Date.now() < deadline) {
    try {
      const answer = await fetch(`${url}/api/health`, {
        // A connection kept open for more would hold up the app's end by five seconds.
        headers: { connection: 'close' },
        signal: AbortSignal.timeout(attemptTimeoutMs),
      });
      await answer.body?.cancel();
      if (answer.ok) return true;
    } catch {
      // Nothing listens there yet.
    }
    await sleep(pollMs);
  }
  return false;
}
