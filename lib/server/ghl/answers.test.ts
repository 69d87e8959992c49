import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contactSchema } from '@/lib/shared/contract/contact';
import { conversationPageSchema, conversationSchema } from '@/lib/shared/contract/conversation';
import { exportPageSchema } from '@/lib/shared/contract/export';
import { emailSchema, messageItemSchema } from '@/lib/shared/contract/message';
import { transcriptSchema } from '@/lib/shared/contract/transcript';
import { userSchema } from '@/lib/shared/contract/user';
import type { GhlClient } from './client';
import { createContact, findDuplicateContact, upsertContact } from './contact-changes';
import { getContact, getVisitorId, searchContacts } from './contacts';
import { searchConversations } from './conversation-search';
import { createConversation, getConversation, updateConversation } from './conversations';
import { getEmail } from './emails';
import { GhlError } from './errors';
import { exportMessages } from './exports';
import { listCustomFields, listCustomValues, listPhoneNumbers, listTags } from './location-lists';
import { getLocation } from './locations';
import { addInboundMessage } from './logged-messages';
import { uploadMedia } from './media';
import { getMessage, listMessages } from './messages';
import { createNote, listNotes } from './notes';
import { createOAuthClient } from './oauth';
import { sendReviewReply } from './review-replies';
import { cancelScheduledMessage } from './scheduled';
import { sendMessage } from './send';
import { completeUpload, initiateUpload } from './signed-uploads';
import { createTask, listTasks } from './tasks';
import { listTemplates } from './templates';
import { mutants, strange } from './testing/mutants';
import * as recorded from './testing/recorded';
import * as neighbours from './testing/recorded-neighbours';
import { json, startUpstream } from './testing/upstream';
import { getTranscription } from './transcriptions';
import { uploadAttachment } from './uploads';
import { getUser, listUsers } from './users';

let answer: unknown = null;
let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream((_seen, response) => json(response, answer));
});
afterAll(() => upstream.close());

const { contact, conversationById, emailMessage, messages, searchRow, smsMessage } = recorded;
const id = contact.id;
const conversationId = conversationById.id;
const thread = { messages: { lastMessageId: messages.at(-1)?.id, nextPage: true, messages }, traceId: 't' };
const sent = { conversationId, messageId: 'm1', emailMessageId: 'e1', messageIds: ['m1'], msg: 'queued' };
const found = { conversations: [searchRow], total: 1, traceId: 't' };
const text = z.string();
const maybeText = z.string().nullable();
const time = z.number().nullable();
const noteSchema = z.strictObject({
  id: text,
  text,
  title: maybeText,
  userId: maybeText,
  at: time,
  isPinned: z.boolean(),
});
const taskSchema = z.strictObject({
  id: text,
  title: maybeText,
  body: maybeText,
  dueAt: time,
  isCompleted: z.boolean(),
  assignedTo: maybeText,
});
const oauth = () => createOAuthClient({ baseUrl: upstream.url, clientId: 'c', clientSecret: 's' });
const tokensSchema = z.strictObject({
  accessToken: text.min(1),
  refreshToken: maybeText,
  expiresInSeconds: z.number().positive(),
  scopes: z.array(text),
  userType: z.enum(['Location', 'Company']).nullable(),
  companyId: maybeText,
  locationId: maybeText,
  userId: maybeText,
  approvedLocationIds: z.array(text),
});

/** Everything that reads an answer: a valid one, what asks for it, and what may come of it. */
const readers: [
  name: string,
  valid: unknown,
  ask: (ghl: GhlClient) => Promise<unknown>,
  result: z.core.$ZodType,
][] = [
  [
    'searchConversations',
    found,
    (ghl) => searchConversations(ghl, { status: 'all', sort: 'newest' }),
    conversationPageSchema,
  ],
  ['getConversation', found, (ghl) => getConversation(ghl, conversationId), conversationSchema],
  [
    'listMessages',
    thread,
    (ghl) => listMessages(ghl, conversationId),
    z.object({ messages: z.array(messageItemSchema), nextCursor: maybeText }),
  ],
  ['getMessage', { message: smsMessage }, (ghl) => getMessage(ghl, smsMessage.id), messageItemSchema],
  ['getEmail', { emailMessage }, (ghl) => getEmail(ghl, emailMessage.id), emailSchema],
  [
    'exportMessages',
    neighbours.exportPage,
    (ghl) => exportMessages(ghl, { sort: 'newest', sortBy: 'createdAt' }),
    exportPageSchema,
  ],
  ['getTranscription', neighbours.transcription, (ghl) => getTranscription(ghl, 'm1'), transcriptSchema],
  [
    'getTranscription of one sentence',
    neighbours.transcription[0],
    (ghl) => getTranscription(ghl, 'm1'),
    transcriptSchema,
  ],
  ['getContact', { contact }, (ghl) => getContact(ghl, id), contactSchema],
  ['getVisitorId', { contact: { ...contact, visitorId: 'v1' } }, (ghl) => getVisitorId(ghl, id), maybeText],
  [
    'searchContacts',
    { contacts: [contact], total: 1 },
    (ghl) => searchContacts(ghl, 'dana'),
    z.array(contactSchema),
  ],
  [
    'findDuplicateContact',
    neighbours.duplicate,
    (ghl) => findDuplicateContact(ghl, { email: 'a@b.co' }),
    z.nullable(contactSchema),
  ],
  ['listNotes', neighbours.notes, (ghl) => listNotes(ghl, id), z.array(noteSchema)],
  ['listTasks', neighbours.tasks, (ghl) => listTasks(ghl, id), z.array(taskSchema)],
  ['listUsers', { users: [neighbours.user] }, (ghl) => listUsers(ghl), z.array(userSchema)],
  ['getUser', neighbours.user, (ghl) => getUser(ghl, neighbours.user.id), userSchema],
  [
    'getLocation',
    neighbours.location,
    (ghl) => getLocation(ghl),
    z.strictObject({ id: z.literal('LOCATION1'), name: text, timezone: maybeText, email: maybeText }),
  ],
  [
    'listTags',
    neighbours.locationTags,
    (ghl) => listTags(ghl),
    z.array(z.strictObject({ id: text, name: text })),
  ],
  [
    'listCustomFields',
    neighbours.customFields,
    (ghl) => listCustomFields(ghl),
    z.array(
      z.strictObject({ id: text, name: text, key: maybeText, type: maybeText, options: z.array(text) }),
    ),
  ],
  [
    'listCustomValues',
    neighbours.customValues,
    (ghl) => listCustomValues(ghl),
    z.array(z.strictObject({ id: text, name: text, key: maybeText, value: text })),
  ],
  [
    'listPhoneNumbers',
    neighbours.phoneNumbers,
    (ghl) => listPhoneNumbers(ghl),
    z.array(
      z.strictObject({
        number: text,
        name: maybeText,
        isDefault: z.boolean(),
        canSms: z.boolean(),
        canCall: z.boolean(),
      }),
    ),
  ],
  [
    'listTemplates',
    neighbours.templates,
    (ghl) => listTemplates(ghl),
    z.strictObject({
      total: z.number().nullable(),
      templates: z.array(
        z.strictObject({
          id: text,
          name: text,
          type: maybeText,
          subject: maybeText,
          text: maybeText,
          html: maybeText,
          attachmentUrls: z.array(text),
        }),
      ),
    }),
  ],
  ['exchangeCode', neighbours.tokens, () => oauth().refresh('r', 'Location'), tokensSchema],
  [
    'locationToken',
    neighbours.tokens,
    () => oauth().locationToken({ accessToken: 'a', companyId: 'COMPANY1', locationId: 'LOCATION1' }),
    tokensSchema,
  ],
  [
    'installedLocations',
    neighbours.installedLocations,
    () => oauth().installedLocations({ accessToken: 'a', companyId: 'COMPANY1', appId: 'app1' }),
    z.strictObject({
      locations: z.array(z.strictObject({ id: text, name: text, isInstalled: z.boolean() })),
      total: z.number().nullable(),
    }),
  ],
  ['createConversation', { conversation: { id: 'c1' } }, (ghl) => createConversation(ghl, id), text],
  [
    'updateConversation',
    found,
    (ghl) => updateConversation(ghl, conversationId, { isUnread: true }),
    conversationSchema,
  ],
  [
    'sendMessage',
    sent,
    (ghl) => sendMessage(ghl, { channel: 'SMS', contactId: id, text: 'Hi', attachmentUrls: [] }),
    z.strictObject({ messageId: text, emailMessageId: maybeText, conversationId: maybeText }),
  ],
  [
    'sendReviewReply',
    sent,
    (ghl) => sendReviewReply(ghl, { conversationId, text: 'Thanks' }),
    z.strictObject({ messageId: text }),
  ],
  [
    'addInboundMessage',
    sent,
    (ghl) =>
      addInboundMessage(
        ghl,
        { conversationId, contactId: id },
        { type: 'SMS', providerId: 'p1', text: 'Hi', attachmentUrls: [] },
      ),
    z.strictObject({ messageId: text, emailMessageId: maybeText }),
  ],
  [
    'cancelScheduledMessage',
    { status: 200, message: 'done' },
    (ghl) => cancelScheduledMessage(ghl, 'm1'),
    z.undefined(),
  ],
  [
    'uploadAttachment',
    { uploadedFiles: { 'a.txt': 'https://storage.googleapis.com/b/a.txt' } },
    (ghl) => uploadAttachment(ghl, { conversationId, name: 'a.txt', content: Buffer.from('x') }),
    z.strictObject({ url: z.url() }),
  ],
  [
    'uploadMedia',
    { fileId: 'f1', url: 'https://storage.googleapis.com/b/a.txt' },
    (ghl) => uploadMedia(ghl, { name: 'a.txt', content: Buffer.from('x') }),
    z.strictObject({ id: text, url: text }),
  ],
  [
    'initiateUpload',
    neighbours.signedUpload,
    (ghl) =>
      initiateUpload(ghl, {
        conversationId,
        name: 'a.mp4',
        contentType: 'video/mp4',
        sizeBytes: 1,
        channel: 'WHATSAPP',
      }),
    z.strictObject({ uploadId: text, uploadUrl: text, filePath: text, expiresAt: time, maxBytes: time }),
  ],
  [
    'completeUpload',
    neighbours.completedUpload,
    (ghl) => completeUpload(ghl, { conversationId, uploadId: 'u1', filePath: 'p', name: 'a.mp4' }),
    z.strictObject({ url: text, sizeBytes: z.number().nullable() }),
  ],
  [
    'createContact',
    { contact, succeded: true },
    (ghl) => createContact(ghl, { name: 'Dana' }),
    contactSchema,
  ],
  [
    'upsertContact',
    { new: false, contact },
    (ghl) => upsertContact(ghl, { email: 'a@b.co' }),
    z.strictObject({ contact: contactSchema, isNew: z.boolean() }),
  ],
  [
    'createNote',
    { note: neighbours.notes.notes[0] },
    (ghl) => createNote(ghl, id, { text: 'Hi' }),
    noteSchema,
  ],
  [
    'createTask',
    { task: neighbours.tasks.tasks[0] },
    (ghl) => createTask(ghl, id, { title: 'Call', dueAt: 0 }),
    taskSchema,
  ],
];

describe.each(readers)('%s', (_name, valid, ask, result) => {
  it('reads what GHL answers', async () => {
    answer = valid;
    expect(z.safeParse(result, await ask(upstream.client())).error).toBeUndefined();
  });

  it('gives what it promises or throws a GhlError, whatever field is dropped, added or changed', async () => {
    const body = fc.oneof({ weight: 5, arbitrary: mutants(valid) }, { weight: 1, arbitrary: strange });
    const holds = fc.asyncProperty(body, async (changed) => {
      answer = changed;
      const outcome = await ask(upstream.client()).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if ('error' in outcome) expect(outcome.error).toBeInstanceOf(GhlError);
      else expect(z.safeParse(result, outcome.value).error).toBeUndefined();
    });
    // A failure names its seed.
    await fc.assert(holds, { numRuns: 300, verbose: 1 });
  });
});
