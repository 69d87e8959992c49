import { createHash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';
import { say } from './say.mjs';

const pollMs = 250;
const touchMs = 2_000;
/** Process ids come back (in a restarted container at once), so a living owner also has to touch its file. */
const untouchedMs = 20_000;

/**
 * One process at a time does `work` in this checkout; others wait. The file lies outside the checkout, because an
 * install empties node_modules and a build empties .next.
 */
export async function withLock(name, work) {
  const path = lockPath(name);
  let hasSaid = false;
  while (!take(path)) {
    if (!hasSaid) say(`Waiting for another Parley command to finish its ${name} ...`);
    hasSaid = true;
    await sleep(pollMs);
  }
  const touching = setInterval(() => touch(path), touchMs);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.removeListener('exit', release);
    release();
  }
}

function lockPath(name) {
  const owner = `${process.getuid?.() ?? ''}`;
  const checkout = createHash('sha256').update(`${owner}\n${root}`).digest('hex').slice(0, 16);
  return join(tmpdir(), `parley-${checkout}-${name}.lock`);
}

/** The file appears with its owner's pid already in it (a link is atomic); a dead owner's file is moved away first. */
function take(path) {
  const own = `${path}.${process.pid}`;
  const found = read(path);
  if (found && !isHeld(found)) {
    const away = `${own}.stale`;
    try {
      renameSync(path, away);
      // Another waiter may have been faster, and what was moved is its fresh file: give that back.
      if (read(away)?.touchedAt !== found.touchedAt) linkSync(away, path);
    } catch {
      // Already moved away, or taken again: the attempt below tells.
    }
    rmSync(away, { force: true });
  }
  rmSync(own, { force: true });
  try {
    writeFileSync(own, String(process.pid), { flag: 'wx' });
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function read(path) {
  try {
    return { pid: Number(readFileSync(path, 'utf8')), touchedAt: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken away from outside: the work goes on, and its end removes nothing.
  }
}

function isHeld({ pid, touchedAt }) {
  return pid !== process.pid && Date.now() - touchedAt < untouchedMs && isAlive(pid);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
