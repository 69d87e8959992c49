import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.mjs';
import { isHealthy } from './health.mjs';
import { nextEnv, startArgs } from './next.mjs';
import { startServer, stop } from './processes.mjs';
import { inRoot } from './root.mjs';
import { Refusal, say } from './say.mjs';

const readyTimeoutMs = 120_000;
const tailLines = 60;

/**
 * Settings a shell or an env file may hold, emptied: the tests must not depend on them, and must never reach the real
 * GoHighLevel. Empty counts as unset for the app, and keeps Next from filling it in from a file.
 */
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
    'GHL_SHARED_SECRET',
    'GHL_WEBHOOK_PUBLIC_KEY',
    'SESSION_SECRET',
  ].map((name) => [name, '']),
);

/** A sandbox and the built app beside it, each in a process of its own, on free ports and with a fresh folder. */
export async function startStack() {
  const logs = inRoot('test-results', 'logs');
  mkdirSync(logs, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-e2e-'));
  const running = [];
  const stopStack = async () => {
    // The app first: it would log each call that fails once the sandbox is gone.
    for (const each of running.reverse()) await stop(each);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const sandboxLog = join(logs, 'sandbox.log');
    const sandbox = startLogged(['scripts/sandbox.mjs', '--port', '0'], sandboxLog, {});
    running.push(sandbox);
    const info = await firstLine(sandbox, sandboxLog);

    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const appLog = join(logs, 'app.log');
    const app = startLogged(startArgs('127.0.0.1', port), appLog, {
      ...nextEnv,
      ...blankSettings,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      SANDBOX_URL: info.url,
      GHL_TOKEN: info.token,
      GHL_LOCATION_ID: info.locationId,
    });
    running.push(app);
    if (!(await isHealthy(url, { exited: app.exited, timeoutMs: readyTimeoutMs }))) {
      throw new Refusal(`The app did not come up. The end of its log:\n${tail(appLog)}`);
    }
    say(`The app runs at ${url}, the sandbox at ${info.url}`);
    return { url, sandboxUrl: info.url, stop: stopStack, appLog: () => tail(appLog) };
  } catch (error) {
    await stopStack();
    throw error;
  }
}

/** stdout is a pipe only where a first line is awaited; everything else goes to the file. */
function startLogged(args, logPath, env) {
  const log = openSync(logPath, 'w');
  const needsPipe = args[0] === 'scripts/sandbox.mjs';
  const started = startServer(args, { env, stdio: ['ignore', needsPipe ? 'pipe' : log, log] });
  closeSync(log);
  return started;
}

async function firstLine({ child, exited }, logPath) {
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise((resolve) => lines.once('line', resolve)),
    exited.then(() => null),
    new Promise((resolve) => setTimeout(resolve, readyTimeoutMs, null).unref()),
  ]);
  try {
    return JSON.parse(line);
  } catch {
    throw new Refusal(`The sandbox did not come up. The end of its log:\n${tail(logPath)}`);
  }
}

function tail(path) {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n');
}
