import 'server-only';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { textAt } from './test-sandbox';

function run(...args: string[]) {
  const child = spawn(process.execPath, [
    '--conditions=react-server',
    '--import',
    'tsx',
    'scripts/sandbox.ts',
    ...args,
  ]);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += String(chunk);
  });
  return { child, output };
}

it('prints one JSON line, serves, and ends with 0 on SIGTERM', async () => {
  const { child, output } = run('--port', '0');
  await once(child.stdout, 'data');
  const first: unknown = JSON.parse(output.stdout);
  const info = await fetch(`${textAt(first, 'url')}/__sandbox/info`);
  expect(info.status).toBe(200);
  expect(first).toMatchObject({
    token: textAt(first, 'locations', 0, 'token'),
    locationId: textAt(first, 'locations', 0, 'id'),
    locations: [{ name: 'Northloom Bridal' }, { name: 'Harbor Dental' }],
  });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output.stdout.trim().split('\n')).toHaveLength(1);
});

it('posts webhooks to the address it was given', async () => {
  const { child, output } = run('--port', '0', '--webhook-url', 'http://127.0.0.1:9/hook');
  await once(child.stdout, 'data');
  const url = textAt(JSON.parse(output.stdout), 'url');
  const webhooks: unknown = await (await fetch(`${url}/__sandbox/webhooks`)).json();
  expect(webhooks).toEqual({ url: 'http://127.0.0.1:9/hook', pending: 0, deliveries: [] });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it.each([
  [['--port', 'high'], /--port/],
  [['--messages', '1.5'], /--messages/],
  [['--webhook-url', 'file:///tmp/hook'], /--webhook-url must be an http or https address/],
  [['--colour', 'red'], /--colour/],
])('refuses %j with exit code 2', async (args, message) => {
  const { child, output } = run(...args);
  const [code] = await once(child, 'close');
  expect(code).toBe(2);
  expect(output.stderr).toMatch(message);
  expect(output.stdout).toBe('');
});
