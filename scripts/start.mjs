import { ensureFree, localUrl, readAddress } from './lib/address.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { isHealthy } from './lib/health.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nextEnv, startArgs } from './lib/next.mjs';
import { passSignalsOn, startServer } from './lib/processes.mjs';
import { main, say } from './lib/say.mjs';

/** The first start makes the database, which takes seconds; after this long something is wrong, and is said. */
const readyTimeoutMs = 120_000;

await main(async () => {
  const address = readAddress('production');
  await ensureFree(address);
  await ensureInstalled();
  await ensureBuilt();
  // Asked again: another start may have taken the port while this one waited for the build.
  await ensureFree(address);
  return serve(address);
});

async function serve(address) {
  const port = String(address.port);
  const app = startServer(startArgs(address.host, port), {
    env: { ...nextEnv, NODE_ENV: 'production', PORT: port, HOST: address.host },
  });
  passSignalsOn(app);
  const url = localUrl(address);
  isHealthy(url, { exited: app.exited, timeoutMs: readyTimeoutMs }).then((isReady) => {
    if (isReady) process.stdout.write(`Parley is ready: ${url}\n`);
    else if (app.child.exitCode === null)
      say(`Parley runs, but ${url}/api/health does not answer: see the log above.`);
  });
  return app.exited;
}
