import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from 'playwright/test';
import { apiPaths } from '@/lib/shared/paths';
import { expect, test } from './support/fixtures';
import { ours } from './support/headers';
import { newDatabase } from './support/new-database';
import { startAppProcess } from './support/processes';

const secret = { SESSION_SECRET: 'a secret of more than thirty-two characters' };

async function signIn(request: APIRequestContext, url: string): Promise<string> {
  const answer = await request.post(url + apiPaths.session, {
    data: { method: 'demo', personId: 'jonas' },
    headers: ours(url),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (answer.headers()['set-cookie'] ?? '').split(';', 1)[0] ?? '';
}

test('two processes share one database and one folder, and it outlives them both', async ({
  sandbox,
  location,
  request,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-shared-'));
  const env = {
    ...secret,
    DATA_DIR: dataDir,
    DATABASE_URL: await newDatabase(),
    SANDBOX_URL: sandbox.url,
    GHL_TOKEN: location.token,
    GHL_LOCATION_ID: location.id,
  };
  const [first, second] = await Promise.all([startAppProcess(env), startAppProcess(env)]);
  try {
    if (!first.isRunning) throw new Error(first.output);
    if (!second.isRunning) throw new Error(second.output);
    const cookie = await signIn(request, first.url);
    const who = (url: string) => request.get(url + apiPaths.session, { headers: { cookie } });
    expect(await (await who(second.url)).json()).toMatchObject({ person: { name: 'Jonas Reyes' } });
    await Promise.all([first.kill(), second.kill()]);

    const third = await startAppProcess(env);
    if (!third.isRunning) throw new Error(third.output);
    expect(await (await who(third.url)).json()).toMatchObject({ person: { name: 'Jonas Reyes' } });
    await request.delete(third.url + apiPaths.session, { headers: { ...ours(third.url), cookie } });
    expect((await who(third.url)).status()).toBe(401);
    await third.stop();
  } finally {
    if (first.isRunning) await first.stop();
    if (second.isRunning) await second.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('a database that cannot be used, or is not its own, refuses to start and says which', async ({
  sandbox,
  location,
}) => {
  const ofSandbox = {
    SANDBOX_URL: sandbox.url,
    GHL_TOKEN: location.token,
    GHL_LOCATION_ID: location.id,
  };
  const refused = async (env: Record<string, string>) => {
    const app = await startAppProcess(env);
    if (app.isRunning) await app.stop();
    expect(app).toMatchObject({ isRunning: false, exitCode: 1 });
    return app.isRunning ? '' : app.output;
  };
  const nowhere = await refused({ DATABASE_URL: 'postgres://parley:hunter2@127.0.0.1:9/parley' });
  expect(nowhere).toContain('DATABASE_URL: the database "parley" at 127.0.0.1:9 cannot be used');
  expect(nowhere).not.toContain('hunter2');
  expect(nowhere).not.toMatch(/\n\s+at /);

  const DATABASE_URL = await newDatabase();
  const sandboxApp = await startAppProcess({ ...ofSandbox, DATABASE_URL });
  if (!sandboxApp.isRunning) throw new Error(sandboxApp.output);
  await sandboxApp.stop();
  const { SANDBOX_URL: GHL_BASE_URL, ...token } = ofSandbox;
  const connected = { ...secret, ...token, GHL_BASE_URL };
  expect(await refused({ ...connected, DATABASE_URL })).toContain('belongs to a sandbox');

  const teamDatabase = await newDatabase();
  const admin = { ADMIN_EMAIL: 'boss@example.com', ADMIN_PASSWORD: 'correct horse battery' };
  const team = await startAppProcess({ ...connected, ...admin, DATABASE_URL: teamDatabase });
  if (!team.isRunning) throw new Error(team.output);
  await team.stop();
  expect(await refused({ ...ofSandbox, DATABASE_URL: teamDatabase })).toContain('holds a team');
});
