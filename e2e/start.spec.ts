import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';
import { startAppProcess } from './support/processes';

test('a half-set environment refuses to start and names the variable', async () => {
  const app = await startAppProcess({ GHL_TOKEN: 'pit-half', ADMIN_EMAIL: 'boss@example.com' });
  if (app.isRunning) await app.stop();
  expect(app).toMatchObject({ isRunning: false, exitCode: 1 });
  const output = app.isRunning ? '' : app.output;
  for (const name of ['GHL_LOCATION_ID', 'ADMIN_PASSWORD', 'SESSION_SECRET']) {
    expect(output).toContain(`${name}: is missing`);
  }
  expect(output).not.toContain('pit-half');
  expect(output).not.toMatch(/\n\s+at /);
});

test('a sandbox that does not answer is named before anyone opens a page', async () => {
  const app = await startAppProcess({
    SANDBOX_URL: 'http://127.0.0.1:9',
    GHL_TOKEN: 'pit-x',
    GHL_LOCATION_ID: 'x',
  });
  if (app.isRunning) await app.stop();
  expect(app).toMatchObject({ isRunning: false, exitCode: 1 });
  expect(app.isRunning ? '' : app.output).toContain('SANDBOX_URL: no sandbox answers');
});

test('a second process on one data folder is refused, and let in once the first was killed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-two-'));
  const first = await startAppProcess({ DATA_DIR: dataDir });
  try {
    if (!first.isRunning) throw new Error(first.output);
    const second = await startAppProcess({ DATA_DIR: dataDir });
    if (second.isRunning) await second.stop();
    expect(second).toMatchObject({ isRunning: false, exitCode: 1 });
    expect(second.isRunning ? '' : second.output).toContain('is in use by another Parley process');

    await first.kill();
    const third = await startAppProcess({ DATA_DIR: dataDir });
    expect(third.isRunning).toBe(true);
    if (third.isRunning) await third.stop();
  } finally {
    if (first.isRunning) await first.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('a process killed while a message is on its way finds it after the restart, and sends nothing again', async ({
  sandbox,
  location,
  request,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-kill-'));
  const env = {
    DATA_DIR: dataDir,
    SANDBOX_URL: sandbox.url,
    GHL_TOKEN: location.token,
    GHL_LOCATION_ID: location.id,
  };
  const first = await startAppProcess(env);
  try {
    if (!first.isRunning) throw new Error(first.output);
    const headers = ours(first.url);
    const signIn = await request.post(first.url + apiPaths.session, {
      data: { method: 'demo', personId: 'jonas' },
      headers,
    });
    const cookie = (signIn.headers()['set-cookie'] ?? '').split(';', 1)[0] ?? '';
    const atOnce = await request.patch(first.url + apiPaths.mySettings, {
      data: { sendUndoSeconds: 0 },
      headers: { ...headers, cookie },
    });
    expect(atOnce.status()).toBe(200);
    const list = await request.get(first.url + apiPaths.conversations(location.id), { headers: { cookie } });
    const [{ id }] = (await list.json()).conversations;
    await sandbox.faults(location.id, {
      operation: 'send-a-new-message',
      kind: 'delay',
      delayMs: 600_000,
      applyEffect: true,
    });
    const text = 'Was this sent?';
    const taken = await request.post(first.url + apiPaths.sends(location.id, id), {
      data: { clientId: crypto.randomUUID(), channel: 'SMS', text },
      headers: { ...headers, cookie },
    });
    expect(await taken.json()).toMatchObject({ state: 'held', request: { text } });
    await expect.poll(async () => (await sandbox.accepted(location.id)).length).toBe(1);
    await first.kill();

    const second = await startAppProcess(env);
    if (!second.isRunning) throw new Error(second.output);
    const sends = async () =>
      (await request.get(second.url + apiPaths.sends(location.id, id), { headers: { cookie } })).json();
    await expect
      .poll(sends, { timeout: 20_000 })
      .toMatchObject({ sends: [{ request: { text }, state: 'sent', authorName: 'Jonas Reyes' }] });
    expect((await sandbox.accepted(location.id)).length).toBe(1);
    await second.stop();
  } finally {
    if (first.isRunning) await first.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
