import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint, isBuildFresh } from './build-state.mjs';
import { withLock } from './lock.mjs';
import { next, nextEnv } from './next.mjs';
import { run, startNode } from './processes.mjs';
import { inRoot, root } from './root.mjs';
import { Refusal, withProgress } from './say.mjs';

const stampPath = inRoot('.next', 'parley-build.json');
const timeoutMs = 15 * 60_000;

/** Builds the app unless the build at hand is of these very sources. */
export async function ensureBuilt() {
  if (isFresh()) return;
  await withLock('build', async () => {
    if (isFresh()) return;
    if (!(await withProgress('Building the app', build))) {
      throw new Refusal('The app could not be built: the messages above say why.');
    }
  });
}

function isFresh() {
  return isBuildFresh({ stamp: readStamp(), buildId: readBuildId(), sources: fingerprint(root) });
}

async function build() {
  // Taken before the build reads them: an edit made meanwhile must make the result stale.
  const sources = fingerprint(root);
  rmSync(stampPath, { force: true });
  const building = startNode([next, 'build'], {
    env: { ...nextEnv, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  });
  if ((await run(building, timeoutMs)) !== 0) return false;
  mkdirSync(inRoot('.next'), { recursive: true });
  writeFileSync(stampPath, JSON.stringify({ buildId: readBuildId(), sources }));
  return true;
}

function readBuildId() {
  return read(inRoot('.next', 'BUILD_ID'));
}

function readStamp() {
  try {
    return JSON.parse(read(stampPath) ?? 'null');
  } catch {
    return null;
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
