import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/server/db/database';
import {
  allowedSenders,
  links,
  memberships,
  meta,
  people,
  personSettings,
  readMarks,
  sessions,
} from '@/lib/server/db/schema';
import { drafts, sends, snippets, snippetUses } from '@/lib/server/db/send-schema';
import { makeTestDatabase } from '@/lib/server/db/test-database';
import { savedViews } from '@/lib/server/db/triage-schema';
import { saveDraft } from '@/lib/server/drafts/drafts';
import { AppError } from '@/lib/server/http/app-error';
import { changeSettings } from '@/lib/server/person/person-settings';
import { moveReadMark } from '@/lib/server/person/read-marks';
import { forget } from '@/lib/server/remember';
import { startTestSandbox, type TestSandbox } from '@/lib/server/sandbox/test-sandbox';
import { draftContentSchema } from '@/lib/shared/contract/draft';
import type { AddPerson } from '@/lib/shared/contract/people';
import { noActs } from '@/lib/shared/contract/snippet';
import { join, readLink } from './join';
import { seedPeople } from './seed-people';
import { sessionCookie } from './session-cookie';
import { createSession, signedIn } from './sessions';
import { checkSignIn } from './sign-in';
import { listTeam, type Viewer } from './team';
import { addPerson, changePerson, linkAgain, removePerson, signOutEverywhere } from './team-changes';

const password = 'correct horse battery';
let sandbox: TestSandbox;
let test: Awaited<ReturnType<typeof makeTestDatabase>>;
let locationId: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  locationId = sandbox.locationId;
  test = await makeTestDatabase();
});
afterAll(async () => {
  await sandbox.close();
  await test.drop();
});

beforeEach(async () => {
  restartWith({});
  const db = await database();
  for (const table of [links, sessions, memberships, sends, people, meta]) await db.delete(table);
});

describe('the first admin', () => {
  it('comes by the link of the newest start, once, and none is made while there is an admin', async () => {
    const older = await seedPeople();
    const newer = await seedPeople();
    await expect(readLink(tokenOf(older))).rejects.toMatchObject({ code: 'not_found' });
    const link = expect.objectContaining({ purpose: 'first-admin', person: null, role: 'admin' });
    expect(await readLink(tokenOf(newer))).toEqual(link);
    // On a busy machine the id stands there until GHL has answered.
    await expect
      .poll(async () => (await readLink(tokenOf(newer))).locationName, { timeout: 10_000 })
      .toBe('Northloom Bridal');
    const boss = { token: tokenOf(newer), password, name: 'Boss', email: 'boss@example.com' };
    await expect(join({ ...boss, name: undefined })).rejects.toMatchObject({ code: 'bad_request' });
    await expect(join({ ...boss, password: 'too short' })).rejects.toMatchObject({ code: 'bad_request' });
    const { personId } = await join(boss);
    await expect(join(boss)).rejects.toThrow('This link was used already.');
    expect(await signIn('Boss@Example.com ')).toBe(personId);
    expect(await seedPeople()).toBeNull();
  });

  it('of the settings signs in with that password, and changed credentials end the sessions', async () => {
    const admin = { ADMIN_EMAIL: 'boss@example.com', ADMIN_PASSWORD: password };
    restartWith(admin);
    expect(await seedPeople()).toBeNull();
    const personId = await signIn('boss@example.com');
    const cookie = await cookieFor(personId);
    await seedPeople();
    expect(await signedIn(cookie)).not.toBeNull();
    restartWith({ ...admin, ADMIN_PASSWORD: 'another horse battery' });
    await seedPeople();
    expect(await signedIn(cookie)).toBeNull();
    await expect(signIn('boss@example.com')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await signIn('boss@example.com', 'another horse battery')).toBe(personId);
    restartWith({ ...admin, ADMIN_EMAIL: 'chief@example.com' });
    await seedPeople();
    expect(await signIn('chief@example.com')).toBe(personId);
    await expect(signIn('boss@example.com')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of the settings keeps a password that was never stored before, and the sessions with it', async () => {
    const admin = { ADMIN_EMAIL: 'boss@example.com', ADMIN_PASSWORD: password };
    restartWith(admin);
    await seedPeople();
    const personId = await signIn('boss@example.com');
    const cookie = await cookieFor(personId);
    const db = await database();
    await db.update(people).set({ passwordHash: null });
    await seedPeople();
    expect(await signedIn(cookie)).not.toBeNull();
    expect(await signIn('boss@example.com')).toBe(personId);
  });

  it('taken out of the settings stays who they are, and so does everybody they added', async () => {
    restartWith({ ADMIN_EMAIL: 'boss@example.com', ADMIN_PASSWORD: password });
    await seedPeople();
    const boss = await viewer(await signIn('boss@example.com'));
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    expect((await listTeam(boss)).find(({ isYou }) => isYou)).toMatchObject({ fixedBecause: 'settings' });
    await expect(linkAgain(boss, boss.person.id)).rejects.toMatchObject({ code: 'conflict' });
    restartWith({});
    expect(await seedPeople()).toBeNull();
    expect(await signIn('boss@example.com')).toBe(boss.person.id);
    expect(await signIn('ana@example.com')).toBe(personId);
  });

  it('named by the email of somebody who is there already becomes that person', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com', role: 'viewer' });
    restartWith({ ADMIN_EMAIL: 'ana@example.com', ADMIN_PASSWORD: 'another horse battery' });
    await seedPeople();
    expect(await signIn('ana@example.com', 'another horse battery')).toBe(personId);
    expect((await viewer(personId)).membershipAt(locationId)).toMatchObject({ role: 'admin' });
  });
});

describe('an admin new in the settings', () => {
  it('takes over nobody who was there before, whatever their id', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    const db = await database();
    await db.insert(people).values({ id: 'admin', name: 'Old', email: 'old@example.com' });
    await db.insert(memberships).values({ personId: 'admin', locationId, role: 'admin' });
    await join({ token: tokenOf((await linkAgain(boss, 'admin')).url), password });
    restartWith({ ADMIN_EMAIL: 'new@example.com', ADMIN_PASSWORD: 'another horse battery' });
    await seedPeople();
    expect(await signIn('old@example.com')).toBe('admin');
    expect(await signIn('ana@example.com')).toBe(personId);
    expect(await signIn('new@example.com', 'another horse battery')).not.toBe('admin');
  });
});

describe('a one-time link', () => {
  it.each([
    ['removed', (boss: Viewer, id: string) => removePerson(boss, id)],
    ['no admin any more', (boss: Viewer, id: string) => changePerson(boss, id, { role: 'agent' })],
  ])('ends with the rights of whoever made it: %s', async (_what, end) => {
    const boss = await firstAdmin();
    const ana = await viewer((await joined(boss, { email: 'ana@example.com', role: 'admin' })).personId);
    const ben = await joined(boss, { email: 'ben@example.com', role: 'admin' });
    const [ofAna, ofBoss] = [
      await linkAgain(ana, ben.personId),
      await addPerson(boss, person({ email: 'c@example.com' })),
    ];
    await end(boss, ana.person.id);
    await expect(
      join({ token: tokenOf(ofAna.url), password: 'chosen by ana herself' }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await signIn('ben@example.com')).toBe(ben.personId);
    expect(await readLink(tokenOf(ofBoss.url))).toMatchObject({ purpose: 'invite' });
  });

  it('lets exactly one of ten in who use it at once', async () => {
    const boss = await firstAdmin();
    const { url } = await addPerson(boss, person({ email: 'ana@example.com' }));
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => join({ token: tokenOf(url), password })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('says whether it ran out, was used, was replaced, or is of nobody in the team', async () => {
    const boss = await firstAdmin();
    const { personId, url } = await addPerson(boss, person({ email: 'ana@example.com' }));
    expect(await readLink(tokenOf(url))).toMatchObject({
      purpose: 'invite',
      person: { name: 'Ana', email: 'ana@example.com' },
      role: 'agent',
      invitedBy: 'Boss',
    });
    const newer = await linkAgain(boss, personId);
    await expect(readLink(tokenOf(url))).rejects.toThrow(/replaced/);
    const db = await database();
    await db.update(links).set({ expiresAt: new Date(Date.now() - 1) });
    await expect(readLink(tokenOf(newer.url))).rejects.toThrow(/run out/);
    expect(await listTeam(boss)).toContainEqual(
      expect.objectContaining({ id: personId, hasJoined: false, linkExpiresAt: expect.any(Number) }),
    );
    const last = await linkAgain(boss, personId);
    await removePerson(boss, personId);
    await expect(readLink(tokenOf(last.url))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('to choose a new password ends nothing until it is used, and then every session', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    const cookie = await cookieFor(personId);
    const { url } = await linkAgain(boss, personId);
    expect(await signedIn(cookie)).not.toBeNull();
    expect(await signIn('ana@example.com')).toBe(personId);
    expect(await readLink(tokenOf(url))).toMatchObject({ purpose: 'reset' });
    await join({ token: tokenOf(url), password: 'another horse battery' });
    expect(await signedIn(cookie)).toBeNull();
    await expect(signIn('ana@example.com')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await signIn('ana@example.com', 'another horse battery')).toBe(personId);
  });

  it('leaves no session to a sign-in that was under way with the old password', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    const { url } = await linkAgain(boss, personId);
    const { provenBy } = await checkSignIn(
      { method: 'password', email: 'ana@example.com', password },
      'peer',
    );
    await join({ token: tokenOf(url), password: 'another horse battery' });
    await expect(createSession(personId, provenBy)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await listTeam(boss)).toContainEqual(expect.objectContaining({ id: personId, sessionCount: 0 }));
  });

  it('leaves its token nowhere in the database', async () => {
    const boss = await firstAdmin();
    const { url } = await addPerson(boss, person({ email: 'ana@example.com' }));
    const db = await database();
    const rows = JSON.stringify([await db.select().from(links), await db.select().from(people)]);
    expect(rows).toContain('ana@example.com');
    expect(rows).not.toContain(tokenOf(url));
    expect(rows).not.toContain(password);
  });
});

describe('a person of the team', () => {
  it('has a changed role from the next request on, and is out at once when removed', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com', grants: ['preference:resubscribe'] });
    const cookie = await cookieFor(personId);
    const membership = async () => (await signedIn(cookie))?.membershipAt(locationId);
    expect(await membership()).toMatchObject({ role: 'agent', grants: ['preference:resubscribe'] });
    await changePerson(boss, personId, { role: 'viewer', ghlUserId: 'user1' });
    expect(await membership()).toMatchObject({ role: 'viewer', grants: [], ghlUserId: 'user1' });
    await removePerson(boss, personId);
    expect(await signedIn(cookie)).toBeNull();
    await expect(signIn('ana@example.com')).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listTeam(boss)).map(({ name }) => name)).toEqual(['Boss']);
  });

  it('leaves nothing of how they worked when removed, except what they shared', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    const place = { personId, locationId };
    await changeSettings(personId, { theme: 'dark' });
    await moveReadMark({ ...place, conversationId: 'c1' }, 1);
    const db = await database();
    await db.insert(allowedSenders).values({ ...place, address: 'shop@example.com' });
    const content = draftContentSchema.parse({ text: 'Half a thought' });
    await saveDraft({ ...place, conversationId: 'c1' }, { channel: 'SMS', content, baseVersion: 0 });
    const view = { ...place, search: 'q=a', createdAt: new Date() };
    await db.insert(savedViews).values([
      { ...view, id: crypto.randomUUID(), name: 'Own', isShared: false },
      { ...view, id: crypto.randomUUID(), name: 'Shared', isShared: true },
    ]);
    const snippet = { ...place, text: 'Hi', acts: noActs, createdAt: new Date(), updatedAt: new Date() };
    const shared = { ...snippet, id: crypto.randomUUID(), name: 'Shared', isShared: true };
    await db
      .insert(snippets)
      .values([shared, { ...snippet, id: crypto.randomUUID(), name: 'Own', isShared: false }]);
    await db.insert(snippetUses).values({ personId, snippetId: shared.id, usedAt: new Date() });
    await removePerson(boss, personId);
    expect(await db.$count(personSettings, eq(personSettings.personId, personId))).toBe(0);
    expect(await db.$count(readMarks, eq(readMarks.personId, personId))).toBe(0);
    expect(await db.$count(drafts, eq(drafts.personId, personId))).toBe(0);
    expect(await db.$count(allowedSenders, eq(allowedSenders.personId, personId))).toBe(0);
    const views = await db.select().from(savedViews).where(eq(savedViews.personId, personId));
    expect(views.map(({ name }) => name)).toEqual(['Shared']);
    const kept = await db.select().from(snippets).where(eq(snippets.personId, personId));
    expect(kept.map(({ name }) => name)).toEqual(['Shared']);
    expect(await db.$count(snippetUses, eq(snippetUses.personId, personId))).toBe(0);
  });

  it('signed out everywhere comes in again with the same password', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    const cookies = [await cookieFor(personId), await cookieFor(personId)];
    expect(await listTeam(boss)).toContainEqual(expect.objectContaining({ id: personId, sessionCount: 2 }));
    await signOutEverywhere(boss, personId);
    for (const cookie of cookies) expect(await signedIn(cookie)).toBeNull();
    expect(await signIn('ana@example.com')).toBe(personId);
  });

  it('who was removed comes back as who they were, without the old password', async () => {
    const boss = await firstAdmin();
    const { personId } = await joined(boss, { email: 'ana@example.com' });
    await removePerson(boss, personId);
    const again = await addPerson(boss, person({ email: 'ana@example.com', name: 'Ana B.' }));
    expect(again.personId).toBe(personId);
    await expect(signIn('ana@example.com')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addPerson(boss, person({ email: 'ana@example.com' }))).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('the last admin', () => {
  it('can neither be removed nor demoted, by themselves or by another; an admin who never came does not count', async () => {
    const boss = await firstAdmin();
    await addPerson(boss, person({ email: 'late@example.com', role: 'admin' }));
    await expect(changePerson(boss, boss.person.id, { role: 'agent', isSure: true })).rejects.toThrow(
      /last admin/,
    );
    await expect(removePerson(boss, boss.person.id)).rejects.toMatchObject({ code: 'conflict' });
    const { personId } = await joined(boss, { email: 'ana@example.com', role: 'admin' });
    await expect(changePerson(boss, boss.person.id, { role: 'agent' })).rejects.toThrow(/sure/);
    await changePerson(boss, boss.person.id, { role: 'agent', isSure: true });
    const ana = await viewer(personId);
    await expect(changePerson(ana, personId, { role: 'viewer', isSure: true })).rejects.toThrow(/last admin/);
  });

  it('remains when two admins demote each other at once', async () => {
    const boss = await firstAdmin();
    const ana = await viewer((await joined(boss, { email: 'ana@example.com', role: 'admin' })).personId);
    const changes = await Promise.allSettled([
      changePerson(boss, ana.person.id, { role: 'agent' }),
      changePerson(ana, boss.person.id, { role: 'agent' }),
    ]);
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listTeam(boss)).filter(({ role }) => role === 'admin')).toHaveLength(1);
  });
});

it('an admin of one location cannot touch who belongs to another', async () => {
  const boss = await firstAdmin();
  const { personId } = await joined(boss, { email: 'ana@example.com' });
  const db = await database();
  await db.insert(memberships).values({ personId, locationId: 'elsewhere', role: 'admin' });
  const acts = [
    linkAgain(boss, personId),
    removePerson(boss, personId),
    signOutEverywhere(boss, personId),
    changePerson(boss, personId, { name: 'Other' }),
  ];
  for (const act of await Promise.allSettled(acts)) {
    expect(act).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } });
  }
  const foreign = { ...boss, locationId: 'elsewhere2' };
  await expect(removePerson(foreign, personId)).rejects.toThrow(AppError);
  await expect(removePerson(foreign, personId)).rejects.toMatchObject({ code: 'not_found' });
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  expect(row).toMatchObject({ name: 'Ana', removedAt: null });
});

/** As a new process with these settings would find the same data. */
function restartWith(settings: Record<string, string>): void {
  for (const name of ['ADMIN_EMAIL', 'ADMIN_PASSWORD']) delete process.env[name];
  Object.assign(process.env, {
    ...test.env,
    GHL_BASE_URL: sandbox.url,
    GHL_TOKEN: sandbox.token,
    GHL_LOCATION_ID: locationId,
    SESSION_SECRET: 'a secret of more than thirty-two characters',
    ...settings,
  });
  forget('settings');
  forget('sign-in-throttle');
}

async function firstAdmin() {
  const url = await seedPeople();
  const { personId } = await join({ token: tokenOf(url), password, name: 'Boss', email: 'boss@example.com' });
  return viewer(personId);
}

function person(own: Partial<AddPerson>): AddPerson {
  return { name: 'Ana', email: 'ana@example.com', role: 'agent', ghlUserId: null, grants: [], ...own };
}

async function joined(by: Awaited<ReturnType<typeof viewer>>, own: Partial<AddPerson>) {
  const { url } = await addPerson(by, person(own));
  return join({ token: tokenOf(url), password });
}

async function viewer(personId: string) {
  const session = await signedIn(await cookieFor(personId));
  if (!session) throw new Error('Not signed in.');
  return { ...session, locationId };
}

/** A `Cookie` header with a new session. */
async function cookieFor(personId: string): Promise<string> {
  const cookie = await sessionCookie(await createSession(personId));
  return cookie.split(';', 1)[0] ?? '';
}

async function signIn(email: string, tried = password): Promise<string> {
  return (await checkSignIn({ method: 'password', email, password: tried }, 'peer')).personId;
}

function tokenOf(url: string | null): string {
  const token = new URL(url ?? '').hash.slice(1);
  expect(token).toMatch(/^[\w-]{32}$/);
  return token;
}
