import { findOrInstallChromium } from './scripts/lib/browser.mjs';
import { runBrowserTests } from './scripts/lib/browser-tests.mjs';
const chromium = await findOrInstallChromium();
process.exit(await runBrowserTests({ chromium, args: process.argv.slice(2) }));
