import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GhlNetworkError } from '@/lib/server/ghl/errors';
import { seen, startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { Outage } from './outage';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const star = { kind: 'star', isStarred: true } as const;
/** GHL asks for no wait, so that the pauses are short. */
const down = {
  operation: 'update-conversation',
  kind: 'respond',
  status: 503,
  headers: { 'retry-after': '0' },
};

async function manyRows() {
  const location = await parley.location({ preset: 'empty', conversations: 12 });
  const rows = await location.all();
  const starred = async () => (await location.all()).filter(({ isStarred }) => isStarred).length;
  return { location, rows, starred };
}

describe('an outage in the middle of an act on many', () => {
  it('is waited for, and none fails', async () => {
    const { location, rows, starred } = await manyRows();
    // Fewer than the pauses, should each worker come to wait by itself.
    await location.control('faults', { ...down, count: 6 });
    const job = await location.ended(await location.act(star, rows.map(seen)));
    expect(job).toMatchObject({ state: 'finished', done: 12, failed: 0 });
    expect(await starred()).toBe(12);
  });

  it('that lasts ends it with words, and leaves the rest untouched', async () => {
    const { location, rows, starred } = await manyRows();
    await location.control('faults', { ...down, count: 1_000 });
    const job = await location.ended(await location.act(star, rows.map(seen)));
    expect(job).toMatchObject({ state: 'stopped', total: 12, done: 0, failed: 0 });
    expect(job.problem).toMatch(/did not answer for minutes/);
    expect(await starred()).toBe(0);
    await parley.control(`locations/${location.ghl.locationId}/faults`, {}, 'DELETE');
    expect(await location.ended(await location.act(star, rows.map(seen)))).toMatchObject({ done: 12 });
  });

  it('of one conversation alone is no outage: that one fails, and the others go on', async () => {
    const outage = new Outage();
    const error = new GhlNetworkError(
      { operation: 'update-conversation', method: 'PUT', path: '/' },
      { wasWritten: true, cause: null },
    );
    const tries: boolean[] = [];
    outage.succeeded();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      tries.push(await outage.isToTryAgain(7, error));
      outage.succeeded();
    }
    expect(tries).toEqual([true, true, false]);
    expect(outage.isOver).toBe(false);
  });
});
