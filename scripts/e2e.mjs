import { findOrInstallChromium } from './lib/browser.mjs';
import { runBrowserTests } from './lib/browser-tests.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureInstalled();
  const chromium = await findOrInstallChromium();
  await ensureBuilt();
  const postgres = await startPostgres({ mayInstall: false });
  try {
    const env = { TEST_DATABASE_URL: postgres?.url ?? '' };
    return await runBrowserTests({ chromium, args: process.argv.slice(2), env });
  } finally {
    await postgres?.stop();
  }
});
