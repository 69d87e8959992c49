import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiPaths } from '@/lib/shared/paths';

const root = resolve(import.meta.dirname, '..', '..');
const nextBin = join('node_modules', 'next', 'dist', 'bin', 'next');
const readyTimeoutMs = 40_000;
const pollMs = 100;

type SandboxLine = {
  url: string;
  token: string;
  locationId: string;
  locations: { id: string; name: string; token: string }[];
};

type SandboxProcess = SandboxLine & { stop: () => Promise<void> };

type RunningApp = {
  isRunning: true;
  url: string;
  /** Ends it as a service manager would; `kill` as a power cut would, keeping its data for the next start. */
  stop: () => Promise<void>;
  kill: () => Promise<void>;
  output: () => string;
};
type RefusedApp = { isRunning: false; exitCode: number | null; output: string };

/** Settings of the surrounding shell or an env file must not reach the app: empty counts as unset. */
const blankSettings = Object.fromEntries(
  [
    'ADMIN_EMAIL',
    'ADMIN_PASSWORD',
    'APP_URL',
    'DATABASE_URL',
    'GHL_APP_URL',
    'GHL_BASE_URL',
    'GHL_CLIENT_ID',
    'GHL_CLIENT_SECRET',
    'GHL_LOCATION_ID',
    'GHL_SHARED_SECRET',
    'GHL_TOKEN',
    'GHL_WEBHOOK_PUBLIC_KEY',
    'SANDBOX_URL',
    'SESSION_SECRET',
  ].map((name) => [name, '']),
);

/** A sandbox of the test's own, for what would disturb the tests beside it. */
export async function startSandboxProcess(args: string[] = []): Promise<SandboxProcess> {
  const child = startNode(
    ['--conditions=react-server', '--import', 'tsx', 'scripts/sandbox.ts', '--port', '0', ...args],
    {},
  );
  const output = collect(child);
  const line = await new Promise<string>((found, fail) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', found);
    child.once('exit', () => fail(new Error(`The sandbox did not come up:\n${output()}`)));
  });
  return { ...(JSON.parse(line) as SandboxLine), stop: () => end(child, 'SIGTERM') };
}

/**
 * The built app with settings of the test's own, on a free port. Its data is in a fresh folder, removed by `stop`,
 * unless `DATA_DIR` is given. An app that refuses to start is an answer too, not an error.
 */
export async function startAppProcess(env: Record<string, string>): Promise<RunningApp | RefusedApp> {
  const ownDataDir = env.DATA_DIR ? null : await mkdtemp(join(tmpdir(), 'parley-e2e-'));
  const port = env.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = startNode(
    // As scripts/lib/next.mjs starts it.
    [nextBin, 'start', '-H', '127.0.0.1', '-p', port, '--keepAliveTimeout', '75000'],
    {
      ...blankSettings,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: port,
      LOG_LEVEL: 'warn',
      ...(ownDataDir ? { DATA_DIR: ownDataDir } : {}),
      ...env,
    },
  );
  const output = collect(child);
  const forget = async () => {
    if (ownDataDir) await rm(ownDataDir, { recursive: true, force: true });
  };

  if (!(await isHealthy(url, child))) {
    const { exitCode } = child;
    await end(child, 'SIGKILL');
    await forget();
    if (exitCode === null) throw new Error(`The app neither answered nor ended:\n${output()}`);
    return { isRunning: false, exitCode, output: output() };
  }
  return {
    isRunning: true,
    url,
    output,
    kill: () => end(child, 'SIGKILL'),
    stop: async () => {
      await end(child, 'SIGTERM');
      await forget();
    },
  };
}

function startNode(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return () => text;
}

async function isHealthy(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + readyTimeoutMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    // A connection kept open for more would hold up the app's end by five seconds.
    const answer = await fetch(url + apiPaths.health, { headers: { connection: 'close' } }).catch(() => null);
    if (answer?.ok) return true;
    await sleep(pollMs);
  }
  return false;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('The probe got no port.');
  return address.port;
}
