import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.mjs';
import { run, start, stop } from './processes.mjs';
import { say, withProgress } from './say.mjs';
import { installFromSystem } from './system-packages.mjs';

const initTimeoutMs = 60_000;
const readyTimeoutMs = 30_000;
const postgresql = {
  name: 'postgresql',
  names: { 'apt-get': 'postgresql', dnf: 'postgresql-server', brew: 'postgresql@17' },
};
/** Where the packages of the systems put the server's programs, which are not on the path. */
const roots = [
  { folder: '/usr/lib/postgresql', bin: 'bin' },
  { folder: '/opt/homebrew/opt', bin: 'bin', starts: 'postgresql' },
  { folder: '/usr/local/opt', bin: 'bin', starts: 'postgresql' },
  { folder: '/usr', bin: 'bin', starts: 'pgsql-' },
];
/** The data lives for one run: nothing is lost with it, and a disk that is waited for would be half of the time. */
const throwAway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * A PostgreSQL server of this run alone, on a free port of this computer: `{ url, stop }`. Null where there is none,
 * and none could be installed or may be.
 */
export async function startPostgres({ mayInstall }) {
  const bin = findServer() ?? (mayInstall ? await install() : null);
  if (!bin) return null;
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await startServerIn(folder, bin);
    if (server) {
      say(`Using PostgreSQL from ${bin}`);
      return {
        url: server.url,
        // SIGINT ends its clients; the usual SIGTERM would wait for them.
        stop: () => stop(server.running, 'SIGINT').finally(remove),
      };
    }
  } catch (error) {
    say(`PostgreSQL does not start: ${error.message}`);
  }
  remove();
  return null;
}

async function startServerIn(folder, bin) {
  const as = otherUser();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = ['-U', 'parley', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'];
  const stdio = ['ignore', 'ignore', 2];
  const initialising = start(join(bin, 'initdb'), ['-D', data, ...options], { as, stdio });
  if ((await run(initialising, initTimeoutMs)) !== 0) return null;
  const port = await freePort();
  const settings = [
    ...throwAway,
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ].flatMap((setting) => ['-c', setting]);
  const running = start(join(bin, 'postgres'), ['-D', data, ...settings], {
    as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (await isReady(running)) return { running, url: `postgres://parley@127.0.0.1:${port}/postgres` };
  await stop(running, 'SIGINT');
  return null;
}

/** Its log goes on being read: a full pipe would stop the server. */
function isReady({ child, exited }) {
  const lines = createInterface({ input: child.stderr });
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve(true);
    });
    exited.then(() => resolve(false));
    setTimeout(resolve, readyTimeoutMs, false).unref();
  });
}

/** The server refuses to run as root, so there it runs as the user of its package. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function findServer() {
  const packaged = roots.flatMap(({ folder, bin, starts = '' }) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.startsWith(starts))
          .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))
          .map((name) => join(folder, name, bin))
      : [],
  );
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...packaged, ...onPath].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

async function install() {
  await withProgress('Installing PostgreSQL with the package manager of this system', () =>
    installFromSystem(postgresql),
  );
  return findServer() ?? null;
}
