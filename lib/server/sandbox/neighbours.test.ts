import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultKinds } from './faults';
import { neighbourOperations } from './neighbour-table';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;
let notesPath: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.control('POST', `locations/${sandbox.locationId}/rate-limit`, { max: 100_000 });
  const { body } = await sandbox.api('POST', '/contacts/', {
    body: { locationId: sandbox.locationId, firstName: 'Fault' },
  });
  notesPath = `/contacts/${textAt(body, 'contact', 'id')}/notes`;
});
afterAll(() => sandbox.close());

const fault = (body: Record<string, unknown>): Promise<Reply> =>
  sandbox.control('POST', `locations/${sandbox.locationId}/faults`, body);

describe.each(neighbourOperations)('$operationId', ({ operationId, method, path, onlyVersion }) => {
  const call = (): Promise<Reply> =>
    sandbox.api(method, path.replace('{locationId}', sandbox.locationId).replace(/\{\w+\}/g, 'unknown'), {
      headers: { version: onlyVersion ?? '2021-07-28' },
    });

  it('can be answered by a fault, once', async () => {
    await fault({ operation: operationId, kind: 'respond', status: 503 });
    expect((await call()).status).toBe(503);
    expect((await call()).status).not.toBe(503);
  });

  it('carries a traceId always and rate headers except on a POST', async () => {
    const reply = await call();
    expect(textAt(reply.body, 'traceId')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers.has('x-ratelimit-remaining')).toBe(method !== 'POST');
  });

  it('needs a token', async () => {
    const reply = await sandbox.api(method, path, {
      headers: { authorization: 'Bearer pit-nobody', version: onlyVersion ?? '2021-07-28' },
    });
    expect(reply.status).toBe(401);
  });
});

it.each(faultKinds)('does a write or not as %s says', async (kind) => {
  const count = async (): Promise<number> =>
    listAt((await sandbox.api('GET', notesPath)).body, 'notes').length;
  const before = await count();
  await fault({ operation: 'create-note', kind, delayMs: 1 });
  const reply = await sandbox.api('POST', notesPath, { body: { body: kind } }).catch(() => undefined);
  const isDone = kind !== 'respond' && kind !== 'reset-before';
  expect((await count()) - before).toBe(isDone ? 1 : 0);
  const statuses: Record<string, unknown> = { respond: 500, delay: 201 };
  expect(reply?.status).toBe(statuses[kind]);
  expect(at((await sandbox.api('POST', notesPath, { body: { body: 'well' } })).body, 'note', 'body')).toBe(
    'well',
  );
});
