import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelTypes } from '@/lib/shared/contract/channel';
import { listQuerySchema } from '@/lib/shared/contract/conversation-list';
import { listConversations } from './list';
import { startParley, type TestLocation, type TestParley } from './testing/parley';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** The longest cursor that the list's route takes. */
const maxCursor = 12_000;

async function pages(location: TestLocation, filter: Record<string, unknown>, limit: number) {
  const ids: string[] = [];
  const lengths: number[] = [];
  let cursor: string | null = null;
  do {
    const wanted = { ...listQuerySchema.parse({}), view: 'all' as const, ...filter };
    const page = await listConversations(location.ghl, wanted, { cursor, limit });
    ids.push(...page.conversations.map(({ id }) => id));
    cursor = page.nextCursor;
    lengths.push(cursor?.length ?? 0);
  } while (cursor !== null);
  return { ids, longest: Math.max(...lengths) };
}

describe('a list of several channels', () => {
  it.each([
    ['newest', 60],
    ['oldest', 100],
  ] as const)('gives each of hundreds of rows of one time once, %s first by %i', async (sort, limit) => {
    const location = await parley.location({ preset: 'empty', conversations: 900, sameTimestamp: 720 });
    const wanted = ['TYPE_SMS', 'TYPE_WHATSAPP', 'TYPE_EMAIL', 'TYPE_CALL'];
    const everything = await location.all({ view: 'all' });
    const expected = everything.filter(({ lastMessage }) => wanted.includes(lastMessage.type));
    expect(expected.length).toBeGreaterThan(400);
    location.ghl.reads.drop(['']);
    const found = await pages(location, { channel: ['sms', 'whatsapp', 'email', 'call'], sort }, limit);
    expect(found.ids).toHaveLength(new Set(found.ids).size);
    expect(found.ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    expect(found.longest).toBeGreaterThan(0);
    expect(found.longest).toBeLessThan(maxCursor);
  });

  it.each([
    [{}, 6],
    [{ assigned: ['unassigned', 'owner'] }, 3],
  ])(
    'is looked for page by page where it would take too many searches: %j, %i channels',
    async (by, count) => {
      const location = await parley.location({ preset: 'demo', conversations: 200 });
      const everything = await location.all({ view: 'all' });
      const owner = everything.find(({ assignedTo }) => assignedTo)?.assignedTo ?? '';
      const filter = 'assigned' in by ? { assigned: ['unassigned', owner] } : {};
      const channel = (['sms', 'whatsapp', 'email', 'call', 'instagram', 'facebook'] as const).slice(
        0,
        count,
      );
      const types: string[] = channel.map((slug) => channelTypes[slug]);
      const expected = everything.filter(
        ({ lastMessage, assignedTo }) =>
          types.includes(lastMessage.type) &&
          (!('assigned' in by) || assignedTo === null || assignedTo === owner),
      );
      const before = await location.calls('search-conversation');
      const wanted = { ...listQuerySchema.parse({}), view: 'all' as const, ...filter, channel: [...channel] };
      const first = await listConversations(location.ghl, wanted, { limit: 10 });
      expect((await location.calls('search-conversation')) - before).toBeLessThanOrEqual(5);
      if (first.nextCursor === null) expect(first.total).toBe(expected.length);
      else expect(first).toMatchObject({ isTotalAtLeast: true, total: first.conversations.length });
      const found = await pages(location, { ...filter, channel: [...channel] }, 10);
      expect(found.ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    },
  );

  it('asks GHL five times at most before it says that there is more', async () => {
    const location = await parley.location({ preset: 'demo', conversations: 400 });
    const wanted = {
      ...listQuerySchema.parse({}),
      channel: ['sms' as const, 'whatsapp' as const, 'email' as const],
      tags: ['nobody has this'],
    };
    const page = await listConversations(location.ghl, wanted, { limit: 5 });
    expect(page).toMatchObject({ conversations: [], isPartial: true });
    expect(await location.calls('search-conversation')).toBeLessThanOrEqual(5);
  });
});
