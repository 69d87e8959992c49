import { ensureFree, readAddress } from './lib/address.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { next, nextEnv } from './lib/next.mjs';
import { passSignalsOn, startServer } from './lib/processes.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  const address = readAddress('development');
  await ensureFree(address);
  await ensureInstalled();
  const port = String(address.port);
  const app = startServer([next, 'dev', '-H', address.host, '-p', port], {
    env: { ...nextEnv, PORT: port, HOST: address.host },
  });
  passSignalsOn(app);
  return app.exited;
});
