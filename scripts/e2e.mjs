import { findOrInstallChromium } from './lib/browser.mjs';
import { runBrowserTests } from './lib/browser-tests.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/say.mjs';

await main(async () => {
  await ensureInstalled();
  const chromium = await findOrInstallChromium();
  await ensureBuilt();
  return runBrowserTests({ chromium, args: process.argv.slice(2) });
});
