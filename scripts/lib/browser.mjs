import { existsSync } from 'node:fs';
import { nodeBin } from './node-bin.mjs';
import { run, start, startNode } from './processes.mjs';
import { Refusal, say, withProgress } from './say.mjs';

const versionTimeoutMs = 20_000;
const installTimeoutMs = 10 * 60_000;

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program that must exist, whether it needs the rights of root, and what installs Chromium with it. */
const packageManagers = [
  {
    program: '/usr/bin/apt-get',
    needsRoot: true,
    commands: [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
  },
  { program: '/usr/bin/dnf', needsRoot: true, commands: [['dnf', 'install', '-y', '-q', 'chromium']] },
  { program: '/sbin/apk', needsRoot: true, commands: [['apk', 'add', '--no-cache', 'chromium']] },
  { program: '/opt/homebrew/bin/brew', commands: [['brew', 'install', '--cask', 'chromium']] },
  { program: '/usr/local/bin/brew', commands: [['brew', 'install', '--cask', 'chromium']] },
];

/** The path of a Chromium that runs here, installed first where there is none. */
export async function findOrInstallChromium() {
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

/** Imported here and not above, because the packages may be installed only moments before. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/** Being there is not enough: Ubuntu's is a stub without snap, and Playwright's may lack system libraries. */
async function runs(path) {
  if (!path || !existsSync(path)) return false;
  return (await run(start(path, ['--version'], { stdio: 'ignore' }), versionTimeoutMs)) === 0;
}

async function install() {
  if (await withProgress('Installing Chromium with the package manager of this system', installFromSystem)) {
    const path = await find();
    if (path) return path;
  }
  await withProgress("Downloading Playwright's Chromium", async () => {
    const download = startNode([nodeBin('playwright'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
    return (await run(download, installTimeoutMs)) === 0;
  });
  return find();
}

async function installFromSystem() {
  const manager = packageManagers.find(({ program }) => existsSync(program));
  if (!manager) return false;
  const asRoot = manager.needsRoot ? await prefixForRoot() : [];
  if (!asRoot) {
    say('It needs the rights of root, which this command does not have.');
    return false;
  }
  for (const command of manager.commands) {
    const [program, ...args] = [...asRoot, ...command];
    const installing = start(program, args, {
      stdio: ['ignore', 2, 2],
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if ((await run(installing, installTimeoutMs)) !== 0) return false;
  }
  return true;
}

/** Nothing for root; sudo where it asks for no password; null otherwise. */
async function prefixForRoot() {
  if (process.getuid?.() === 0) return [];
  const probe = start('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return (await run(probe, versionTimeoutMs)) === 0
    ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive']
    : null;
}
