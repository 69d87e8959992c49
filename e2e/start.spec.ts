import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/fixtures';
import { startAppProcess } from './support/processes';

test('a half-set environment refuses to start and names the variable', async () => {
  const app = await startAppProcess({ GHL_TOKEN: 'pit-half' });
  if (app.isRunning) await app.stop();
  expect(app).toMatchObject({ isRunning: false, exitCode: 1 });
  const output = app.isRunning ? '' : app.output;
  for (const name of ['GHL_LOCATION_ID', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'SESSION_SECRET']) {
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
