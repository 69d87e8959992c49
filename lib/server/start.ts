import 'server-only';
import { seedPeople } from './auth/seed-people';
import { sandboxUrl } from './connection/connection';
import { aloneAtStart } from './db/database';
import { startBeating, takeOverRegularly } from './db/instances';
import { DataDirInUseError, DataDirUnusableError, lockDataDir } from './db/lock';
import { DatabaseUnusableError } from './db/postgres';
import { settings } from './env';
import { watchPeers } from './http/peer';
import { log } from './logger';
import { startOutbox, stopOutbox } from './outbox/start';
import { remember } from './remember';
import { SettingsError } from './settings';
import { resumeJobs } from './triage/jobs/run-job';

/** These say in their own words what to mend; of any other the log gets the places too. */
const mendable = [SettingsError, DataDirInUseError, DataDirUnusableError, DatabaseUnusableError];

/**
 * Everything that must be right before the first request. What is not ends the process with a sentence that says so:
 * Next would go on after a throw and answer every request with an error.
 */
export async function start(): Promise<void> {
  await remember('start', async () => {
    try {
      const { dataDir, mode, databaseUrl, sessionSecret } = settings();
      const usesDataDir = databaseUrl === null || sessionSecret === null;
      if (usesDataDir) await lockDataDir(dataDir);
      if (mode.kind === 'sandbox') await reachSandbox();
      const firstAdminLink = await aloneAtStart(seedPeople);
      await startBeating();
      await startOutbox();
      endGently();
      watchPeers();
      // Past the log and its levels: whoever runs this reads it here once, or cannot come in.
      if (firstAdminLink)
        process.stdout.write(`First admin: open ${firstAdminLink}  (valid 24 h, used once)\n`);
      await resumeJobs();
      takeOverRegularly('jobs', resumeJobs);
    } catch (error) {
      if (!mendable.some((kind) => error instanceof kind)) log('error', 'start.failed', { error });
      process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    }
  });
}

/** Asked to end, it sees through what is on its way to GHL; what a request had begun is safe to be asked for again. */
function endGently(): void {
  for (const [signal, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    process.once(signal, () => void stopOutbox().finally(() => process.exit(code)));
  }
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
