import { readFileSync } from 'node:fs';
import { isInstalled, isNodeNewEnough } from './install-state.mjs';
import { withLock } from './lock.mjs';
import { run, start } from './processes.mjs';
import { inRoot } from './root.mjs';
import { Refusal, withProgress } from './say.mjs';

const timeoutMs = 15 * 60_000;

/** Installs the packages when they are missing or not those of package-lock.json. */
export async function ensureInstalled() {
  if (!isNodeNewEnough(process.versions.node)) {
    throw new Refusal(
      `Parley needs Node 20.19 or newer; this is Node ${process.versions.node}. Get a newer one at https://nodejs.org`,
    );
  }
  if (isUpToDate()) return;
  await withLock('install', async () => {
    if (isUpToDate()) return;
    if (!(await withProgress('Installing packages', npmCi))) {
      throw new Refusal(
        'The packages could not be installed (npm says why above). Check the network connection and the free disk space, then run the same command again.',
      );
    }
  });
}

function isUpToDate() {
  return isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(inRoot(path), 'utf8'));
  } catch {
    return null;
  }
}

/** Dev packages are named, for the build needs them and NODE_ENV=production in a shell would leave them out. */
async function npmCi() {
  const args = ['ci', '--include=dev', '--progress=false', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isWindows = process.platform === 'win32';
  const installing = npm?.endsWith('npm-cli.js')
    ? start(process.execPath, [npm, ...args], { stdio: ['ignore', 2, 2] })
    : start(isWindows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 2, 2], shell: isWindows });
  return (await run(installing, timeoutMs)) === 0;
}
