import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getContact } from '@/lib/server/ghl/contacts';
import { seen, startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { undoJob } from './jobs';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

async function someone() {
  const location = await parley.location({ preset: 'demo' });
  const row = (await location.all({ view: 'all' })).find(({ tags }) => tags.length > 0);
  if (!row?.contactId) throw new Error('Nobody has a tag');
  const { contactId } = row;
  const tags = async () => {
    location.ghl.reads.drop(['']);
    return (await getContact(location.ghl, contactId)).tags.toSorted();
  };
  return { location, row, tags, before: await tags() };
}

const tag = (add: string[], remove: string[] = []) => ({ kind: 'tag', add, remove }) as const;

describe('tags of the contact', () => {
  it('are added beside those that are there, and only what was added is taken back', async () => {
    const { location, row, tags, before } = await someone();
    const [kept = ''] = before;
    const job = await location.ended(
      await location.act(tag([kept.toUpperCase(), 'first visit']), [seen(row)]),
    );
    expect(job).toMatchObject({ done: 1, failed: 0, canUndo: true });
    expect(await tags()).toEqual([...before, 'first visit'].toSorted());
    await location.ended(await undoJob(location.context, job.id));
    expect(await tags()).toEqual(before);
  });

  it('are taken away, and come back', async () => {
    const { location, row, tags, before } = await someone();
    const job = await location.ended(
      await location.act(tag([], [before[0] ?? '', 'never there']), [seen(row)]),
    );
    expect(await tags()).toEqual(before.slice(1));
    await location.ended(await undoJob(location.context, job.id));
    expect(await tags()).toEqual(before);
  });

  it('ask GHL for nothing where they are there already', async () => {
    const { location, row, before } = await someone();
    const job = await location.ended(await location.act(tag(before), [seen(row)]));
    expect(job).toMatchObject({ done: 1, canUndo: false });
    expect(await location.calls('add-tags')).toBe(0);
  });

  it('whose answer was lost are found on the contact', async () => {
    const { location, row, tags, before } = await someone();
    await location.control('faults', { operation: 'add-tags', kind: 'reset-after' });
    const job = await location.ended(await location.act(tag(['first visit']), [seen(row)]));
    expect(job).toMatchObject({ done: 1, failed: 0 });
    expect(await tags()).toEqual([...before, 'first visit'].toSorted());
    expect(await location.calls('add-tags')).toBe(1);
  });
});
