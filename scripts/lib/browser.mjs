import { existsSync } from 'node:fs';
import { nodeBin } from './node-bin.mjs';
import { run, start, startNode } from './processes.mjs';
import { Refusal, say, withProgress } from './say.mjs';
import { installFromSystem } from './system-packages.mjs';

const versionTimeoutMs = 20_000;
const installTimeoutMs = 10 * 60_000;

/** Debian's, of the same source and without windows: a quarter less to do for the machine that the tests run on. */
const shellPath = '/usr/bin/chromium-headless-shell';
const systemPaths = [
  shellPath,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const shell = { name: 'chromium-headless-shell' };
const chromium = { name: 'chromium', names: { brew: '--cask chromium' } };

/** The path of a Chromium that runs here, installed first where there is none. */
export async function findOrInstallChromium({ prefersShell = false } = {}) {
  if (prefersShell) await installShell();
  const path = (await find()) ?? (await install());
  if (!path) {
    throw new Refusal(
      'No Chromium was found and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.',
    );
  }
  say(`Using the browser ${path}`);
  return path;
}

async function find() {
  const chosen = process.env.CHROMIUM_PATH?.trim();
  if (chosen) {
    if (await runs(chosen)) return chosen;
    throw new Refusal(`CHROMIUM_PATH is "${chosen}", but no browser starts from there.`);
  }
  for (const path of [await playwrightsOwn(), ...systemPaths]) {
    if (await runs(path)) return path;
  }
  return null;
}

/** Where the system has it. Without it the tests only take longer. */
async function installShell() {
  if (process.env.CHROMIUM_PATH?.trim() || existsSync(shellPath) || !existsSync('/etc/debian_version'))
    return;
  const isThere = await withProgress('Installing the Chromium without windows', () =>
    installFromSystem(shell),
  );
  if (!isThere) say('It could not be installed: a Chromium with windows does as well, and is slower.');
}

/** Imported here and not above, because the packages may be installed only moments before. */
async function playwrightsOwn() {
  const playwright = await import('playwright');
  return playwright.chromium.executablePath();
}

/** Being there is not enough: Ubuntu's is a stub without snap, and Playwright's may lack system libraries. */
async function runs(path) {
  if (!path || !existsSync(path)) return false;
  return (await run(start(path, ['--version'], { stdio: 'ignore' }), versionTimeoutMs)) === 0;
}

async function install() {
  if (
    await withProgress('Installing Chromium with the package manager of this system', () =>
      installFromSystem(chromium),
    )
  ) {
    const path = await find();
    if (path) return path;
  }
  await withProgress("Downloading Playwright's Chromium", async () => {
    const download = startNode([nodeBin('playwright'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
    return (await run(download, installTimeoutMs)) === 0;
  });
  return find();
}
