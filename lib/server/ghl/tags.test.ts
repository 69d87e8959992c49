import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '@/lib/server/sandbox/start';
import { createGhlClient } from './client';
import { GhlShapeError } from './errors';
import { createLimiter } from './limiter';
import { listTags } from './tags';
import { json, startUpstream } from './testing/upstream';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

describe('the tags of a location', () => {
  it('come from the sandbox each once, in the order of the alphabet', async () => {
    const { url, token, locationId } = sandbox;
    const tags = await listTags(
      createGhlClient({ baseUrl: url, token, locationId, limiter: createLimiter() }),
    );
    expect(tags).toContain('vip');
    expect(tags).toEqual([...new Set(tags)].sort((one, other) => one.localeCompare(other)));
  });

  it('are read past entries that make no sense, but not out of another shape', async () => {
    let body: unknown = {
      tags: [{ id: '1', name: 'vip', locationId: 'LOCATION1' }, { id: '2' }, null, 'odd'],
    };
    const upstream = await startUpstream((_, response) => json(response, body));
    expect(await listTags(upstream.client())).toEqual(['vip']);
    body = { tags: 'none' };
    await expect(listTags(upstream.client())).rejects.toBeInstanceOf(GhlShapeError);
    expect(upstream.requests[0]).toMatchObject({ path: '/locations/LOCATION1/tags' });
    await upstream.close();
  });
});
