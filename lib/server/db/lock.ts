import 'server-only';
import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** The data folder, or the database in it, cannot be used at all. */
export class DataDirUnusableError extends Error {
  constructor(dir: string, what: string, cause: unknown) {
    const why = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    super(`DATA_DIR: "${dir}" ${what} (${why.slice(0, 300)}).`, { cause });
    this.name = 'DataDirUnusableError';
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
  makeWritable(dataDir);
  const path = socketPath(dataDir);
  const server = (await listen(path).catch(unusable(dataDir))) ?? (await takeOver(path));
  if (!server) throw new DataDirInUseError(dataDir);
  return { release: () => void server.close() };
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    unusable(dataDir)(error);
  }
}

function unusable(dataDir: string): (cause: unknown) => never {
  return (cause) => {
    throw new DataDirUnusableError(dataDir, 'is not a folder that Parley can write to', cause);
  };
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
