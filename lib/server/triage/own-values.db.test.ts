import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeConversation } from '@/lib/server/ghl/conversations';
import { patchConversation, teamConversation } from './one-conversation';
import { startParley, type TestLocation, type TestParley } from './testing/parley';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

async function unstarred(location: TestLocation): Promise<string> {
  const row = (await location.all()).find(({ isStarred }) => !isStarred);
  if (!row) throw new Error('All are starred');
  return row.id;
}

const isStarred = async (location: TestLocation, id: string) =>
  (await location.all()).find((row) => row.id === id)?.isStarred;

describe('what was just written here', () => {
  it('stands in the lists although the search lags, also after the conversation was read by its id', async () => {
    const location = await parley.location();
    const id = await unstarred(location);
    await location.control('search-lag', { ms: 60_000 });
    expect(await patchConversation(location.ghl, id, { isStarred: true })).toMatchObject({ isStarred: true });
    await teamConversation(location.ghl, id);
    expect(await isStarred(location, id)).toBe(true);
    expect(await isStarred(location, id)).toBe(true);
  });

  it('gives way to what somebody else writes, once the search has had it', async () => {
    const location = await parley.location();
    const id = await unstarred(location);
    await patchConversation(location.ghl, id, { isStarred: true });
    expect(await isStarred(location, id)).toBe(true);
    await writeConversation(location.ghl, id, { isStarred: false });
    expect(await isStarred(location, id)).toBe(false);
  });
});
