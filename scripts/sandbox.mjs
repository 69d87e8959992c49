import { ensureInstalled } from './lib/install.mjs';
import { passSignalsOn, startServer } from './lib/processes.mjs';
import { main } from './lib/say.mjs';

// Nothing is written to stdout here: its first line is the sandbox's own.
await main(async () => {
  await ensureInstalled();
  const sandbox = startServer([
    '--conditions=react-server',
    '--import',
    'tsx',
    'scripts/sandbox.ts',
    ...process.argv.slice(2),
  ]);
  passSignalsOn(sandbox);
  return sandbox.exited;
});
