import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { people, readMarks } from '@/lib/server/db/schema';
import { forgetConversation } from '@/lib/server/triage/forget';
import { startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { defaultSettings } from '@/lib/shared/contract/person-settings';
import { changeAllowedSender, listAllowedSenders } from './allowed-senders';
import { changeSettings, settingsOf } from './person-settings';
import { maxReadMarks, moveReadMark, readMark } from './read-marks';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

describe('the settings of a person', () => {
  it('are those that everybody starts with until one is changed', async () => {
    expect(await settingsOf('mika')).toEqual({ settings: defaultSettings, revision: 0 });
  });

  it('change by what is named, and for nobody else', async () => {
    await changeSettings('mika', { theme: 'dark' });
    const answer = await changeSettings('mika', { undoSeconds: 30 });
    expect(answer).toEqual({ settings: { ...defaultSettings, theme: 'dark', undoSeconds: 30 }, revision: 2 });
    expect(await settingsOf('mika')).toEqual(answer);
    expect((await settingsOf('jonas')).settings).toEqual(defaultSettings);
  });

  it('keep every change of two browsers at once', async () => {
    const changes = [
      { density: 'compact' },
      { afterDone: 'list' },
      { enterKey: 'send' },
      { hasSounds: true },
    ] as const;
    const answers = await Promise.all(changes.map((change) => changeSettings('priya', change)));
    expect(answers.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4]);
    expect((await settingsOf('priya')).settings).toEqual({
      ...defaultSettings,
      density: 'compact',
      afterDone: 'list',
      enterKey: 'send',
      hasSounds: true,
    });
  });
});

describe('the read mark of a person', () => {
  const place = { personId: 'mika', locationId: 'L1', conversationId: 'c1' };

  it('is theirs, and that of one conversation', async () => {
    await moveReadMark(place, 1_700_000_000_000);
    expect(await readMark(place)).toBe(1_700_000_000_000);
    expect(await readMark({ ...place, personId: 'jonas' })).toBeNull();
    expect(await readMark({ ...place, conversationId: 'c2' })).toBeNull();
    expect(await readMark({ ...place, locationId: 'L2' })).toBeNull();
  });

  it('never goes back', async () => {
    await moveReadMark(place, 1_700_000_000_500);
    await moveReadMark(place, 1_600_000_000_000);
    expect(await readMark(place)).toBe(1_700_000_000_500);
  });

  it('is one of the last thousands: the oldest goes when another one comes', async () => {
    const db = await database();
    const many = Array.from({ length: maxReadMarks }, (_, index) => ({
      personId: 'jonas',
      locationId: 'L1',
      conversationId: `made-up-${index}`,
      seenUpTo: 1_000 + index,
    }));
    await db.insert(readMarks).values(many);
    const late = { personId: 'jonas', locationId: 'L2', conversationId: 'late' };
    await moveReadMark(late, 5);
    expect(await readMark(late)).toBe(5);
    expect(await readMark({ ...late, locationId: 'L1', conversationId: 'made-up-0' })).toBeNull();
    expect(await readMark({ ...late, locationId: 'L1', conversationId: 'made-up-1' })).toBe(1_001);
    expect(await readMark(place)).toBe(1_700_000_000_500);
  });

  it('goes with the conversation', async () => {
    await moveReadMark({ ...place, conversationId: 'c3' }, 5);
    await forgetConversation('L2', 'c3');
    expect(await readMark({ ...place, conversationId: 'c3' })).toBe(5);
    await forgetConversation('L1', 'c3');
    expect(await readMark({ ...place, conversationId: 'c3' })).toBeNull();
  });

  it('goes with the person', async () => {
    await moveReadMark({ ...place, personId: 'sam' }, 5);
    const db = await database();
    await db.delete(people).where(eq(people.id, 'sam'));
    expect(await readMark({ ...place, personId: 'sam' })).toBeNull();
  });
});

describe('the senders whose images a person sees', () => {
  const mika = { personId: 'mika', locationId: 'L1' };
  const news = 'news@wedding-weekly.example';

  it('are theirs alone, and of one location', async () => {
    expect(await listAllowedSenders(mika)).toEqual({ addresses: [] });
    await changeAllowedSender(mika, { address: news, isAllowed: true });
    await changeAllowedSender(mika, { address: news, isAllowed: true });
    const both = await changeAllowedSender(mika, { address: 'a@b.example', isAllowed: true });
    expect(both).toEqual({ addresses: ['a@b.example', news] });
    expect(await listAllowedSenders({ ...mika, locationId: 'L2' })).toEqual({ addresses: [] });
    expect(await listAllowedSenders({ ...mika, personId: 'jonas' })).toEqual({ addresses: [] });
  });

  it('can be taken off again', async () => {
    await changeAllowedSender(mika, { address: 'unknown@b.example', isAllowed: false });
    expect(await changeAllowedSender(mika, { address: news, isAllowed: false })).toEqual({
      addresses: ['a@b.example'],
    });
  });
});
