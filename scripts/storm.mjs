import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { nodeBin } from './lib/node-bin.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { run, startNode } from './lib/processes.mjs';
import { main, Refusal, say } from './lib/say.mjs';

const usage = 'Usage: npm run storm -- [--runs 200] [--seed S]';
/** Far above what a run takes, also on a slow computer. */
const runTimeoutMs = 60_000;

/** Randomised fault runs of the outbox, on every engine of the database that is here. A seed repeats its run. */
await main(async () => {
  const { runs, seed } = readOptions();
  await ensureInstalled();
  const postgres = await startPostgres({ mayInstall: false });
  if (!postgres) say('No PostgreSQL server was found here: only the embedded database is tested.');
  try {
    const env = {
      NODE_ENV: 'test',
      STORM_RUNS: String(runs),
      STORM_SEED: String(seed),
      TEST_DATABASE_URL: postgres?.url ?? '',
    };
    const storm = startNode([nodeBin('vitest'), 'run', 'lib/server/outbox/storm.db.test.ts'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env,
    });
    return await run(storm, runs * runTimeoutMs);
  } finally {
    await postgres?.stop();
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
    const runs = Number(values.runs ?? 200);
    const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
    const isRight = Number.isInteger(runs) && runs > 0 && Number.isInteger(seed) && seed >= 0;
    if (isRight) return { runs, seed };
  } catch {
    // Said below.
  }
  throw new Refusal(usage);
}
