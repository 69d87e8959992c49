import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '@/lib/server/sandbox/start';
import { createGhlClient, type GhlClient } from './client';
import { addFollowers, addTags, removeTags } from './contact-changes';
import { setBlockedChannels } from './contact-dnd';
import { getContact, searchContacts } from './contacts';
import { findConversations, searchOnce } from './conversation-query';
import { exportMessages } from './exports';
import { createLimiter } from './limiter';
import { listTags } from './location-lists';
import {
  addInboundMessage,
  addOutboundCall,
  setMessageAttachments,
  updateMessageStatus,
} from './logged-messages';
import { getMessage, listMessages } from './messages';
import { createNote, listNotes } from './notes';
import { createOAuthClient } from './oauth';
import { getRecording } from './recordings';
import { sendReviewReply } from './review-replies';
import { completeTask, createTask, listTasks } from './tasks';
import { getTranscription } from './transcriptions';
import { listUsers } from './users';

const locationSchema = z.object({ id: z.string(), token: z.string() });

/** Real but for the time, which a test can move on. */
let aheadMs = 0;
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => Date.now() + aheadMs });
});
afterAll(() => sandbox.close());

async function control(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

const client = (locationId: string, token: string) =>
  createGhlClient({ baseUrl: sandbox.url, token, locationId, limiter: createLimiter() });

async function freshLocation(): Promise<GhlClient> {
  const { id, token } = locationSchema.parse(await control('locations', { preset: 'demo' }));
  await control(`locations/${id}/rate-limit`, { enabled: false });
  return client(id, token);
}

async function threadOf(ghl: GhlClient, type: string): Promise<{ id: string; contactId: string }> {
  const { rows } = await searchOnce(ghl, { lastMessageType: type, limit: 20 }, {});
  for (const { row } of rows) {
    if (row.kind === 'conversation' && row.contactId) return { id: row.id, contactId: row.contactId };
  }
  throw new Error(`The demo has no ${type}`);
}

describe('a call', () => {
  it('can be heard and read', async () => {
    const ghl = await freshLocation();
    const { id } = await threadOf(ghl, 'TYPE_CALL');
    const { messages } = await listMessages(ghl, id);
    const calls = messages.filter((item) => item.kind === 'message' && item.call);
    let heard = 0;
    for (const call of calls) {
      const recording = await getRecording(ghl, call.id);
      if (!recording) continue;
      heard += 1;
      expect(recording).toMatchObject({ ending: 'wav', contentRange: null });
      const sound = await buffer(recording.content);
      expect(sound.subarray(0, 4).toString()).toBe('RIFF');
      expect(recording.sizeBytes).toBe(sound.length);
      const { sentences } = await getTranscription(ghl, call.id);
      const starts = sentences.map(({ startMs }) => startMs ?? -1);
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    }
    expect(heard).toBeGreaterThan(0);
  });

  it('that was made elsewhere, and a message, can be logged and followed', async () => {
    const ghl = await freshLocation();
    const place = await threadOf(ghl, 'TYPE_SMS');
    const provider = async (type: string) =>
      z.object({ id: z.string() }).parse(await control(`locations/${ghl.locationId}/provider`, { type })).id;
    const call = { to: '+15035550100', from: '+15035550199', status: 'completed' } as const;
    const at = Date.now() - 60_000;
    const logged = await addOutboundCall(ghl, place.id, {
      providerId: await provider('Call'),
      call,
      at,
      attachmentUrls: [],
    });
    await setMessageAttachments(ghl, logged.messageId, ['https://provider.example/call.mp3']);
    expect(await getMessage(ghl, logged.messageId)).toMatchObject({
      direction: 'outbound',
      at,
      attachments: [{ index: 0, name: 'call.mp3', kind: 'audio' }],
    });
    const text = await addInboundMessage(
      ghl,
      { conversationId: place.id, contactId: place.contactId },
      { type: 'SMS', providerId: await provider('SMS'), text: 'From elsewhere', attachmentUrls: [] },
    );
    await updateMessageStatus(ghl, text.messageId, { status: 'read' });
    expect(await getMessage(ghl, text.messageId)).toMatchObject({ status: 'read', body: 'From elsewhere' });
    const theirs = (await listMessages(ghl, place.id, { limit: 100 })).messages.at(-1);
    const refused = updateMessageStatus(ghl, theirs?.id ?? '', { status: 'read' });
    await expect(refused).rejects.toMatchObject({ status: 403, kind: 'other' });
  });
});

describe('an export', () => {
  const filter = { sort: 'oldest', sortBy: 'createdAt', limit: 500 } as const;

  it('holds every message once: all but the emails, and the emails by their channel', async () => {
    const ghl = await freshLocation();
    const place = await threadOf(ghl, 'TYPE_EMAIL');
    const inThread = (await listMessages(ghl, place.id, { limit: 100 })).messages.map(({ id }) => id);
    const found: string[] = [];
    for (const channel of [undefined, 'Email'] as const) {
      let cursor: string | null = null;
      do {
        const asked = { ...filter, limit: 10, conversationId: place.id, channel };
        const page = await exportMessages(ghl, asked, { cursor });
        found.push(...page.messages.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
    }
    expect(found.toSorted()).toEqual(inThread.toSorted());
  });

  it('loses its place after two minutes', async () => {
    const ghl = await freshLocation();
    const { nextCursor } = await exportMessages(ghl, filter);
    expect(nextCursor).not.toBeNull();
    expect((await exportMessages(ghl, filter, { cursor: nextCursor })).messages.length).toBeGreaterThan(0);
    aheadMs += 121_000;
    await expect(exportMessages(ghl, filter, { cursor: nextCursor })).rejects.toMatchObject({
      name: 'GhlCursorExpiredError',
    });
  });
});

describe('a review', () => {
  it('is answered in its thread, and only there', async () => {
    const ghl = await freshLocation();
    const review = await threadOf(ghl, 'TYPE_REVIEW');
    const { messageId } = await sendReviewReply(ghl, { conversationId: review.id, text: 'Thank you!' });
    expect(await getMessage(ghl, messageId)).toMatchObject({ direction: 'outbound', body: 'Thank you!' });
    const elsewhere = await threadOf(ghl, 'TYPE_SMS');
    const reply = sendReviewReply(ghl, { conversationId: elsewhere.id, text: 'Thank you!' });
    await expect(reply).rejects.toMatchObject({ status: 400 });
  });
});

describe('a contact', () => {
  it('is seen changed at once, wherever it is read', async () => {
    const ghl = await freshLocation();
    const { id, contactId } = await threadOf(ghl, 'TYPE_SMS');
    const [user] = await listUsers(ghl);
    const before = (await getContact(ghl, contactId)).tags;
    await addTags(ghl, contactId, ['hem first']);
    await addFollowers(ghl, contactId, [user?.id ?? '']);
    expect((await getContact(ghl, contactId)).tags).toEqual([...before, 'hem first']);
    const [found] = await findConversations(ghl, { id }, {});
    expect(found?.row).toMatchObject({ tags: [...before, 'hem first'] });
    expect((await listTags(ghl)).map(({ name }) => name)).toContain('hem first');
    await removeTags(ghl, contactId, ['hem first']);
    expect((await getContact(ghl, contactId)).tags).toEqual(before);
    await createNote(ghl, contactId, { text: 'Wants ivory' });
    expect((await listNotes(ghl, contactId)).map(({ text }) => text)).toContain('Wants ivory');
    const task = await createTask(ghl, contactId, { title: 'Call back', dueAt: Date.now() });
    await completeTask(ghl, { contactId, taskId: task.id }, true);
    expect(await listTasks(ghl, contactId)).toContainEqual({ ...task, isCompleted: true });
  });

  it('keeps what it blocked when something else is blocked, and what it opted out of for ever', async () => {
    const ghl = await freshLocation();
    const contacts = await searchContacts(ghl, '', { limit: 100 });
    const gone = { channel: 'SMS', isPermanent: true };
    const optedOut = contacts.find(({ blocked }) =>
      blocked.some((entry) => entry.channel === 'SMS' && entry.isPermanent),
    );
    if (!optedOut) return expect.unreachable('nobody opted out of SMS');
    await setBlockedChannels(ghl, optedOut.id, { Email: true });
    expect((await getContact(ghl, optedOut.id)).blocked).toEqual(
      expect.arrayContaining([gone, { channel: 'Email', isPermanent: false }]),
    );
    await expect(setBlockedChannels(ghl, optedOut.id, { SMS: false })).rejects.toMatchObject({
      name: 'GhlOptedOutError',
    });
  });
});

describe('a marketplace app', () => {
  const infoSchema = z.object({ companyId: z.string(), appId: z.string() });

  it('gets in by a code, goes on by refreshing, and reaches a location by its agency', async () => {
    const { url, clientId, clientSecret } = sandbox;
    const oauth = createOAuthClient({ baseUrl: url, clientId, clientSecret });
    const code = async (body: unknown) =>
      z.object({ code: z.string() }).parse(await control('oauth/code', body)).code;
    const redirectUri = 'https://inbox.example/oauth/callback';
    const exchanged = { code: await code({}), userType: 'Company', redirectUri } as const;
    const first = await oauth.exchangeCode(exchanged);
    await expect(oauth.exchangeCode(exchanged)).rejects.toMatchObject({ name: 'GhlHttpError' });
    const agency = await oauth.refresh(first.refreshToken ?? '', 'Company');
    expect(agency).toMatchObject({ userType: 'Company', scopes: expect.arrayContaining(['oauth.write']) });
    await expect(oauth.refresh(first.refreshToken ?? '', 'Company')).rejects.toMatchObject({ status: 400 });

    const info = infoSchema.parse(await (await fetch(`${url}/__sandbox/info`)).json());
    const { accessToken } = agency;
    const installed = await oauth.installedLocations({ ...info, accessToken });
    expect(installed.locations.map(({ id }) => id)).toContain(sandbox.locationId);
    const { locationId, companyId } = { ...info, locationId: sandbox.locationId };
    const ofLocation = await oauth.locationToken({ accessToken, companyId, locationId });
    const rows = await searchOnce(client(locationId, ofLocation.accessToken), { limit: 1 }, {});
    expect(rows.count).toBe(1);
  });
});
