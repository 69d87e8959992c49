import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { drafts, sends } from '@/lib/server/db/send-schema';
import { startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { type DraftContent, draftContentSchema } from '@/lib/shared/contract/draft';
import { type SendState, sendRequestSchema } from '@/lib/shared/contract/send';
import { keptDays, listDrafts, maxDrafts, saveDraft } from './drafts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());
beforeEach(async () => {
  const db = await database();
  await db.delete(drafts);
  await db.delete(sends);
});

const place = { personId: 'jonas', locationId: 'L1', conversationId: 'c1' };
const write = (text: string, more: Partial<DraftContent> = {}) => draftContentSchema.parse({ text, ...more });
const save = (content: DraftContent | null, baseVersion: number, at = place) =>
  saveDraft(at, { channel: 'SMS', content, baseVersion });
const texts = async (personId = 'jonas', locationId = 'L1') =>
  (await listDrafts(personId, locationId)).map(({ content }) => content.text);

describe('a draft', () => {
  it('is kept as it was written, for its person, conversation and channel alone', async () => {
    const content = write('Half a thought', {
      subject: 'Fitting',
      cc: 'a@x.example',
      clientId: crypto.randomUUID(),
    });
    expect(await save(content, 0)).toMatchObject({ isSaved: true, version: 1, draft: { content } });
    await saveDraft(place, { channel: 'Email', content: write('By mail'), baseVersion: 0 });
    await save(write('Another'), 0, { ...place, conversationId: 'c2' });
    expect(
      (await listDrafts('jonas', 'L1')).map(({ channel, content: { text } }) => [channel, text]),
    ).toEqual([
      ['SMS', 'Another'],
      ['Email', 'By mail'],
      ['SMS', 'Half a thought'],
    ]);
    expect(await texts('mika')).toEqual([]);
    expect(await texts('jonas', 'L2')).toEqual([]);
  });

  it('changed in another browser meanwhile is not overwritten, and that one is answered', async () => {
    await save(write('One'), 0);
    await save(write('From the desk'), 1);
    expect(await save(write('From the phone'), 1)).toMatchObject({
      isSaved: false,
      version: 2,
      draft: { content: { text: 'From the desk' } },
    });
    expect(await save(write('First of all'), 0)).toMatchObject({ isSaved: false, version: 2 });
    expect(await texts()).toEqual(['From the desk']);
    expect(await save(write('Both'), 2)).toMatchObject({ isSaved: true, version: 3 });
  });

  it('of many browsers at once is taken from exactly one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => save(write(`No. ${at}`), 0)));
    expect(answers.filter(({ isSaved }) => isSaved)).toHaveLength(1);
    const next = await Promise.all(Array.from({ length: 8 }, (_, at) => save(write(`Then ${at}`), 1)));
    expect(next.filter(({ isSaved }) => isSaved)).toHaveLength(1);
  });

  it('is saved once when only the answer was lost', async () => {
    await save(write('One'), 0);
    expect(await save(write('One'), 0)).toMatchObject({ isSaved: true, version: 1 });
    await save(null, 1);
    expect(await save(null, 1)).toMatchObject({ isSaved: true, version: 2, draft: null });
  });

  it('that was cleared does not come back by a save that is late', async () => {
    await save(write('Sent'), 0);
    expect(await save(null, 1)).toMatchObject({ isSaved: true, version: 2, draft: null });
    expect(await save(write('Sen'), 1)).toMatchObject({ isSaved: false, version: 2, draft: null });
    expect(await texts()).toEqual([]);
    expect(await save(write('Something new'), 2)).toMatchObject({ isSaved: true, version: 3 });
  });

  it('stores no sign that a database cannot hold', async () => {
    await save(write('a\0b\uD800c \\u0000'), 0);
    expect(await texts()).toEqual(['ab\uFFFDc \\u0000']);
  });

  it('that is too long is refused with words', async () => {
    const long = 'é'.repeat(200_000);
    const files = Array.from({ length: 10 }, () => ({
      uploadId: 'x'.repeat(150_000),
      name: long,
      sizeBytes: 1,
    }));
    await expect(save(write('Hi', { files }), 0)).rejects.toMatchObject({ code: 'payload_too_large' });
    expect(await save(write(long), 0)).toMatchObject({ isSaved: true });
  });

  it('is kept for a while, and no more than anybody goes back to', async () => {
    const db = await database();
    const row = (conversationId: string, ageDays: number) => ({
      ...place,
      conversationId,
      channel: 'SMS' as const,
      content: write(conversationId),
      version: 1,
      updatedAt: new Date(Date.now() - ageDays * 86_400_000),
    });
    await db.insert(drafts).values([row('forgotten', keptDays + 1), row('oldest', keptDays - 1)]);
    expect(await texts()).toEqual(['oldest']);
    await db.insert(drafts).values(Array.from({ length: maxDrafts - 1 }, (_, at) => row(`d${at}`, 10)));
    await save(write('Newest'), 0);
    const left = await texts();
    expect(left).toHaveLength(maxDrafts);
    expect(left[0]).toBe('Newest');
    expect(left).not.toContain('oldest');
  });
});

describe('a draft that has gone out', () => {
  const clientId = crypto.randomUUID();
  const sent = async (text: string, state: SendState = 'held', personId = 'jonas') => {
    const db = await database();
    const request = sendRequestSchema.parse({ clientId, channel: 'SMS', text });
    const now = new Date();
    await db
      .insert(sends)
      .values({ ...place, personId, clientId, request, state, attempts: 1, createdAt: now, updatedAt: now });
  };

  it('is no draft any more, whether or not the browser lived to say so', async () => {
    await save(write('Thursday at fo', { clientId }), 0);
    await sent('Thursday at four');
    expect(await texts()).toEqual([]);
    expect(await save(write('Thursday at four', { clientId }), 1)).toMatchObject({
      isSaved: false,
      isSent: true,
    });
  });

  it('stays one where something else was written on it since', async () => {
    await sent('Thursday at four');
    await save(write('Friday at five', { clientId }), 0);
    expect(await texts()).toEqual(['Friday at five']);
  });

  it('is one again once it was taken back, and was never touched by what somebody else sent', async () => {
    await save(write('Thursday at four', { clientId }), 0);
    await sent('Thursday at four', 'withdrawn');
    expect(await texts()).toEqual(['Thursday at four']);
    const db = await database();
    await db.delete(sends).where(eq(sends.clientId, clientId));
    await sent('Thursday at four', 'sent', 'mika');
    expect(await texts()).toEqual(['Thursday at four']);
  });
});
