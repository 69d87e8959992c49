import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirInUseError, lockDataDir } from './lock';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'parley-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the lock of the data folder', () => {
  it('refuses a second owner by name, and lets the next one in when the first is gone', async () => {
    const first = await lockDataDir(dir);
    await expect(lockDataDir(dir)).rejects.toThrow(DataDirInUseError);
    await expect(lockDataDir(dir)).rejects.toThrow(/DATA_DIR/);
    first.release();
    (await lockDataDir(dir)).release();
  });

  it('replaces what a killed process left behind', async () => {
    await leaveStaleLock();
    (await lockDataDir(dir)).release();
  });

  it('lets exactly one of many in when all find the same stale lock', async () => {
    await leaveStaleLock();
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => lockDataDir(dir)));
    const owners = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(owners).toHaveLength(1);
    owners[0]?.release();
  });
});

/** What a process that was killed leaves: a socket file that nobody answers on. */
async function leaveStaleLock(): Promise<void> {
  const code = `require('net').createServer().listen(${JSON.stringify(join(dir, 'lock'))}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', code]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
