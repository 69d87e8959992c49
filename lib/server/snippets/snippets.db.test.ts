import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import { snippets, uploads } from '@/lib/server/db/send-schema';
import { startParley, type TestParley } from '@/lib/server/triage/testing/parley';
import { type Snippet, type SnippetInput, snippetInputSchema } from '@/lib/shared/contract/snippet';
import type { Role } from '@/lib/shared/permissions';
import { changeSnippet, createSnippet, deleteSnippet, noteSnippetUse, snippetsFor } from './snippets';
import { templatesOf } from './templates';
import { variablesFor } from './variables';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

const locationId = () => `L${crypto.randomUUID().slice(0, 12)}`;
const viewer = (personId: string, at: string, role: Role = 'agent') => ({
  locationId: at,
  personId,
  membership: { role, grants: [] },
});
const input = (name: string, more: Partial<SnippetInput> = {}) =>
  snippetInputSchema.parse({ name, text: `Text of ${name}`, ...more });
const change = (snippet: Snippet, more: Partial<SnippetInput>) => ({
  ...input(snippet.name, { folder: snippet.folder, isShared: snippet.isShared, ...more }),
  baseUpdatedAt: snippet.updatedAt,
});
const names = async (of: ReturnType<typeof viewer>) => (await snippetsFor(of)).map(({ name }) => name);

async function upload(at: string, conversationId: string | null): Promise<string> {
  const db = await database();
  const id = crypto.randomUUID();
  const file = { name: 'prices.pdf', sizeBytes: 12, url: 'https://files.example/prices.pdf' };
  await db
    .insert(uploads)
    .values({ id, locationId: at, conversationId, personId: 'mika', ...file, createdAt: new Date() });
  return id;
}

describe('snippets', () => {
  it("are one's own until they are shared, and stay in their location", async () => {
    const at = locationId();
    const mika = viewer('mika', at);
    await createSnippet(mika, input('Own'));
    const shared = await createSnippet(mika, input('Team', { isShared: true }));
    expect(await names(viewer('jonas', at))).toEqual(['Team']);
    expect(await names(viewer('jonas', at, 'viewer'))).toEqual(['Team']);
    expect(await names(viewer('mika', locationId()))).toEqual([]);
    const elsewhere = viewer('mika', locationId());
    await expect(deleteSnippet(elsewhere, shared.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(noteSnippetUse(elsewhere, shared.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(changeSnippet(elsewhere, shared.id, change(shared, {}))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('stand in the order in which this person used them, then by folder and name', async () => {
    const at = locationId();
    const mika = viewer('mika', at);
    const jonas = viewer('jonas', at);
    const made: Snippet[] = [];
    for (const [name, folder] of [
      ['b', ''],
      ['A', ''],
      ['c', 'Prices'],
      ['d', 'hours'],
    ] as const) {
      made.push(await createSnippet(mika, input(name, { folder, isShared: true })));
    }
    expect(await names(mika)).toEqual(['A', 'b', 'd', 'c']);
    await noteSnippetUse(mika, made[2]?.id ?? '');
    await noteSnippetUse(mika, made[0]?.id ?? '');
    await noteSnippetUse(mika, made[2]?.id ?? '');
    expect(await names(mika)).toEqual(['c', 'b', 'A', 'd']);
    expect(await names(jonas)).toEqual(['A', 'b', 'd', 'c']);
  });

  it('are changed and deleted by whoever made them; shared ones also by an admin', async () => {
    const at = locationId();
    const mika = viewer('mika', at);
    const own = await createSnippet(mika, input('Own'));
    const shared = await createSnippet(mika, input('Team', { isShared: true }));
    const jonas = viewer('jonas', at);
    expect((await snippetsFor(jonas))[0]).toMatchObject({ isMine: false, canChange: false });
    await expect(changeSnippet(jonas, shared.id, change(shared, { text: 'x' }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(deleteSnippet(jonas, shared.id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteSnippet(jonas, own.id)).rejects.toMatchObject({ code: 'not_found' });
    const admin = viewer('priya', at, 'admin');
    const changed = await changeSnippet(admin, shared.id, change(shared, { text: 'Better' }));
    expect(changed).toMatchObject({ text: 'Better', isMine: false, isShared: true });
    // It would be out of the sight of both.
    await expect(changeSnippet(admin, shared.id, change(changed, { isShared: false }))).rejects.toMatchObject(
      { code: 'bad_request', field: 'isShared' },
    );
    await deleteSnippet(admin, shared.id);
    expect(await names(mika)).toEqual(['Own']);
    await expect(deleteSnippet(viewer('mika', at, 'viewer'), own.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('say so where somebody was quicker, and lose neither text', async () => {
    const mika = viewer('mika', locationId());
    const first = await createSnippet(mika, input('Hours'));
    const second = await changeSnippet(mika, first.id, change(first, { text: 'One' }));
    await expect(changeSnippet(mika, first.id, change(first, { text: 'Two' }))).rejects.toThrow(/Save again/);
    expect((await snippetsFor(mika))[0]?.text).toBe('One');
    await changeSnippet(mika, first.id, change(second, { text: 'Two' }));
    expect((await snippetsFor(mika))[0]?.text).toBe('Two');
  });

  it('have names of their own in a folder, whatever their case', async () => {
    const mika = viewer('mika', locationId());
    const hours = await createSnippet(mika, input('Hours', { folder: 'Shop' }));
    await createSnippet(mika, input('Hours'));
    await expect(createSnippet(mika, input('HOURS', { folder: 'shop' }))).rejects.toMatchObject({
      code: 'conflict',
      field: 'name',
    });
    await changeSnippet(mika, hours.id, change(hours, { name: 'hours' }));
  });

  it('carry files that were given for a snippet at this location, and no others', async () => {
    const at = locationId();
    const mika = viewer('mika', at);
    const file = await upload(at, null);
    const made = await createSnippet(mika, input('Prices', { uploadIds: [file] }));
    expect(made.files).toEqual([{ uploadId: file, name: 'prices.pdf', sizeBytes: 12 }]);
    for (const foreign of [await upload(locationId(), null), await upload(at, 'c1'), crypto.randomUUID()]) {
      await expect(createSnippet(mika, input('Other', { uploadIds: [foreign] }))).rejects.toMatchObject({
        code: 'bad_request',
        field: 'uploadIds',
      });
    }
  });

  it('keep what else they do, their form and their subject', async () => {
    const mika = viewer('mika', locationId());
    const rich = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
    const acts = { addTags: ['vip'], assignTo: 'U1', marksDone: true };
    await createSnippet(mika, input('All', { rich, acts, subject: 'Hi {{contact.name}}' }));
    expect((await snippetsFor(mika))[0]).toMatchObject({ rich, acts, subject: 'Hi {{contact.name}}' });
  });

  it('are at most a thousand at a location', async () => {
    const at = locationId();
    const db = await database();
    const row = { locationId: at, personId: 'jonas', isShared: false, text: 'x', createdAt: new Date() };
    const acts = { addTags: [], assignTo: null, marksDone: false };
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...row,
      id: crypto.randomUUID(),
      name: `n${index}`,
      acts,
      updatedAt: new Date(),
    }));
    await db.insert(snippets).values(many);
    await expect(createSnippet(viewer('mika', at), input('One more'))).rejects.toThrow(/at most 1000/);
    const long = { text: 'ü'.repeat(2.2 * 1024 * 1024) };
    await db
      .update(snippets)
      .set(long)
      .where(eq(snippets.id, many[0]?.id ?? ''));
    await db.delete(snippets).where(eq(snippets.id, many[1]?.id ?? ''));
    await expect(createSnippet(viewer('mika', at), input('One more'))).rejects.toMatchObject({
      code: 'conflict',
      field: 'text',
    });
  });
});

describe('what GoHighLevel has', () => {
  it('its templates are read as text, whatever their kind', async () => {
    const { ghl } = await parley.location({ preset: 'demo' });
    const { templates, problem } = await templatesOf(ghl);
    expect(problem).toBeNull();
    expect(templates.map(({ name }) => name)).toContain('Fitting reminder');
    expect(templates.find(({ name }) => name === 'Quote follow-up')).toMatchObject({
      kind: 'email',
      subject: 'Your quote, {{contact.first_name}}',
      text: expect.stringMatching(/^Dear \{\{contact\.first_name\}\},\nhave you/),
    });
  });

  it('a token without the right gives a reason and no failure', async () => {
    const { ghl, control } = await parley.location({ preset: 'demo' });
    await control('faults', {
      operation: 'GET-all-or-email-sms-templates',
      kind: 'respond',
      status: 401,
      body: { statusCode: 401, message: 'The token is not authorized for this scope.' },
    });
    const answer = await templatesOf(ghl);
    expect(answer.templates).toEqual([]);
    expect(answer.problem).toMatch(/lacks the right/);
  });

  it('variables say what they stand for with a contact, and what they stand for anyway', async () => {
    const location = await parley.location({ preset: 'demo' });
    const [row] = (await location.all()).filter(({ contactName }) => contactName?.startsWith('Amara'));
    const person = { name: 'Mika Berg', email: 'mika@northloom.example' };
    const of = async (contactId: string | null) =>
      new Map((await variablesFor(location.ghl, person, contactId)).map((each) => [each.name, each.value]));
    const known = await of(row?.contactId ?? null);
    expect(known.get('contact.first_name')).toBe('Amara');
    expect(known.get('user.first_name')).toBe('Mika');
    expect(known.get('custom_values.parking')).toBe('Free behind the house, entrance on 4th');
    expect([...known.keys()]).toContain('contact.gown');
    const anyway = await of(null);
    expect(anyway.get('contact.first_name')).toBeNull();
    expect(anyway.get('location.name')).toBe(known.get('location.name'));
  });
});
