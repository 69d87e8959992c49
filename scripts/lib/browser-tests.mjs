import { nodeBin } from './node-bin.mjs';
import { interruptedWith, notingSignals, run, startNode } from './processes.mjs';
import { say } from './say.mjs';
import { startStack } from './stack.mjs';

const timeoutMs = 50 * 60_000;

/** Runs Playwright against a fresh sandbox and app; both are gone when this resolves to its exit code. */
export function runBrowserTests({ chromium, args = [], env = {}, stdio = 'inherit' }) {
  return notingSignals(async () => {
    const stack = await startStack();
    try {
      if (interruptedWith() !== null) return interruptedWith();
      const tests = startNode([nodeBin('playwright'), 'test', ...args], {
        stdio,
        env: {
          PARLEY_URL: stack.url,
          PARLEY_SANDBOX_URL: stack.sandboxUrl,
          PARLEY_CHROMIUM: chromium,
          ...env,
        },
      });
      const code = await run(tests, timeoutMs);
      const log = stack.appLog();
      if (code !== 0 && log) say(`\nThe end of the app's log:\n${log}`);
      return code;
    } finally {
      await stack.stop();
    }
  });
}
