import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGhlClient } from '@/lib/server/ghl/client';
import { createLimiter } from '@/lib/server/ghl/limiter';
import { listAt, startTestSandbox, type TestSandbox } from '@/lib/server/sandbox/test-sandbox';
import { checkConnection } from './checks';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function searches(): Promise<number> {
  const { body } = await sandbox.control('GET', `locations/${sandbox.locationId}/requests`);
  return listAt(body, 'requests').filter((request) => JSON.stringify(request).includes('search-conversation'))
    .length;
}

it('asks GHL once for all who check at the same time, and anew for who checks later', async () => {
  const { url, token, locationId } = sandbox;
  const ghl = createGhlClient({ baseUrl: url, token, locationId, limiter: createLimiter() });
  const answers = await Promise.all(Array.from({ length: 5 }, () => checkConnection(ghl)));
  for (const { verdict } of answers) expect(verdict.tone).toBe('good');
  expect(await searches()).toBe(1);
  await checkConnection(ghl);
  expect(await searches()).toBe(2);
});
