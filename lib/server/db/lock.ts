import 'server-only';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, relative } from 'node:path';

/** Another process owns the data folder. Two owners silently lose rows, so the second must not start. */
export class DataDirInUseError extends Error {
  constructor(dataDir: string) {
    super(
      `DATA_DIR: "${dataDir}" is in use by another Parley process. Stop that one first, or give this one a folder of its own.`,
    );
    this.name = 'DataDirInUseError';
  }
}

/** A socket's path may not be longer than this, whatever the file system allows (sun_path is 108 bytes on Linux). */
const maxSocketPath = 100;
/** A takeover lasts milliseconds: a guard older than this was left by a process that died in one. */
const guardMs = 10_000;

/**
 * Owns `dataDir` until the process ends, however it ends: the kernel closes the socket of a killed process, so a
 * socket file that nobody answers on is stale and is replaced.
 */
export async function lockDataDir(dataDir: string): Promise<{ release(): void }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = socketPath(dataDir);
  const server = (await listen(path)) ?? (await takeOver(path));
  if (!server) throw new DataDirInUseError(dataDir);
  return { release: () => void server.close() };
}

/** Replaces a stale socket. Of several that find it stale only the one that makes the guard may touch it. */
async function takeOver(path: string): Promise<Server | null> {
  if (await answers(path)) return null;
  const guard = `${path}.takeover`;
  if (!makeGuard(guard)) return null;
  try {
    // Asked again: another may have finished its takeover just before this one got the guard.
    if (await answers(path)) return null;
    rmSync(path, { force: true });
    return await listen(path);
  } finally {
    rmSync(guard, { force: true });
  }
}

function makeGuard(guard: string): boolean {
  try {
    if (existsSync(guard) && Date.now() - statSync(guard).mtimeMs > guardMs) rmSync(guard, { force: true });
    writeFileSync(guard, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    // Being let in is enough: an owner that is too busy to speak is still the owner.
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function socketPath(dataDir: string): string {
  const absolute = join(dataDir, 'lock');
  const path = absolute.length <= maxSocketPath ? absolute : relative(process.cwd(), absolute);
  if (path.length > maxSocketPath)
    throw new Error(`DATA_DIR: the path "${dataDir}" is too long for a lock file in it.`);
  return path;
}
