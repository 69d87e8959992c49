import 'server-only';
import { seedPeople } from './auth/seed-people';
import { sandboxUrl } from './connection/connection';
import { DataDirInUseError, lockDataDir } from './db/lock';
import { settings } from './env';
import { recoverInterruptedSends } from './outbox/sends';
import { remember } from './remember';
import { SettingsError } from './settings';

/**
 * Everything that must be right before the first request. What a person can mend ends the process with a sentence
 * that names it; the rest is thrown.
 */
export async function start(): Promise<void> {
  await remember('start', async () => {
    try {
      const { dataDir, mode } = settings();
      await lockDataDir(dataDir);
      if (mode.kind === 'sandbox') await reachSandbox();
      await seedPeople();
      await recoverInterruptedSends();
    } catch (error) {
      if (!(error instanceof SettingsError || error instanceof DataDirInUseError)) throw error;
      process.stderr.write(`\n${error.message}\n`);
      process.exit(1);
    }
  });
}

async function reachSandbox(): Promise<void> {
  const url = await sandboxUrl();
  const { readSandboxInfo } = await import('./connection/sandbox-info');
  await readSandboxInfo(url).catch(() => {
    throw new SettingsError([
      `SANDBOX_URL: no sandbox answers at ${url}. Start one with: npm run -s sandbox`,
    ]);
  });
}
