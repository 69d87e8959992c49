import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type RunningSandbox, startSandbox } from '@/lib/server/sandbox/start';
import type { ConversationFile } from '@/lib/shared/contract/conversation-files';
import { createGhlClient, type GhlClient } from './client';
import { listConversationFiles } from './conversation-files';
import { searchConversations } from './conversation-search';
import { createLimiter } from './limiter';

const locationSchema = z.object({ id: z.string(), token: z.string() });
const answerSchema = z.looseObject({ message: z.looseObject({ id: z.string() }) });

let sandbox: RunningSandbox;
let ghl: GhlClient;
let conversationId: string;

async function control(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.ok).toBe(true);
  return answer.json();
}

async function receive(names: string[], dateAdded: number): Promise<string> {
  const attachments = names.map((name) => `https://storage.googleapis.com/bucket/${name}`);
  const message = { conversationId, type: 'SMS', body: 'Look', attachments, dateAdded };
  return answerSchema.parse(await control(`locations/${ghl.locationId}/inbound`, message)).message.id;
}

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  const location = locationSchema.parse(
    await control('locations', { preset: 'empty', conversations: 1, messages: 1300 }),
  );
  ghl = createGhlClient({
    baseUrl: sandbox.url,
    token: location.token,
    locationId: location.id,
    limiter: createLimiter(),
  });
  const { conversations } = await searchConversations(ghl, { status: 'all', sort: 'newest' }, { limit: 1 });
  conversationId = conversations[0]?.id ?? '';
});
afterAll(() => sandbox.close());

describe('the files of a thread', () => {
  it('are found in every page of it, newest first, a few pages at a time', async () => {
    const now = Date.now();
    const newest = await receive(['dress.jpg', 'plan.PDF', 'clip.mp4', 'note.mp3', 'list.docx'], now);
    const oldest = await receive(['first.png'], Date.parse('2001-01-01'));
    const found: ConversationFile[] = [];
    let cursor: string | null = null;
    let requests = 0;
    do {
      const page = await listConversationFiles(ghl, conversationId, { cursor });
      found.push(...page.files);
      cursor = page.nextCursor;
      requests += 1;
    } while (cursor !== null);
    expect(requests).toBe(3);
    expect(found.filter(({ messageId }) => messageId === newest)).toEqual(
      [
        ['dress.jpg', 'image'],
        ['plan.PDF', 'pdf'],
        ['clip.mp4', 'video'],
        ['note.mp3', 'audio'],
        ['list.docx', 'other'],
      ].map(([name, kind], index) => ({
        messageId: newest,
        index,
        name,
        kind,
        at: expect.any(Number),
        direction: 'inbound',
      })),
    );
    expect(found.at(-1)).toMatchObject({ messageId: oldest, name: 'first.png' });
    const keys = found.map(({ messageId, index }) => `${messageId}/${index}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(JSON.stringify(found)).not.toContain('://');
  });

  it('have no time where their message has none', async () => {
    const attachments = ['https://storage.googleapis.com/bucket/undated.pdf'];
    const message = { id: 'undated', messageType: 'TYPE_SMS', dateAdded: 'soon', attachments };
    await control(`locations/${ghl.locationId}/faults`, {
      operation: 'get-messages',
      kind: 'respond',
      status: 200,
      body: { messages: { messages: [message], nextPage: false } },
    });
    const { files } = await listConversationFiles(ghl, 'elsewhere', { cursor: null });
    expect(files).toMatchObject([{ name: 'undated.pdf', at: null }]);
  });
});
