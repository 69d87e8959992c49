import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GhlClient } from '@/lib/server/ghl/client';
import { createContact } from '@/lib/server/ghl/contact-changes';
import { getVisitorId } from '@/lib/server/ghl/contacts';
import { searchConversations } from '@/lib/server/ghl/conversation-search';
import {
  createConversation,
  deleteConversation,
  getConversation,
  updateConversation,
} from '@/lib/server/ghl/conversations';
import { getEmail } from '@/lib/server/ghl/emails';
import { exportMessages } from '@/lib/server/ghl/exports';
import {
  addInboundMessage,
  addOutboundCall,
  setMessageAttachments,
  updateMessageStatus,
} from '@/lib/server/ghl/logged-messages';
import { getMessage, listMessages } from '@/lib/server/ghl/messages';
import { changePreference, getPreferences } from '@/lib/server/ghl/preferences';
import { getRecording } from '@/lib/server/ghl/recordings';
import { sendReviewReply } from '@/lib/server/ghl/review-replies';
import { cancelScheduledEmail, cancelScheduledMessage } from '@/lib/server/ghl/scheduled';
import { sendMessage } from '@/lib/server/ghl/send';
import { completeUpload, initiateUpload } from '@/lib/server/ghl/signed-uploads';
import { createSubtype, listSubtypes, updateSubtype } from '@/lib/server/ghl/subtypes';
import { downloadTranscription, getTranscription } from '@/lib/server/ghl/transcriptions';
import { showTyping } from '@/lib/server/ghl/typing';
import { uploadAttachment } from '@/lib/server/ghl/uploads';
import type { Conversation, ConversationFilter } from '@/lib/shared/contract/conversation';
import type { Place, Stage } from './stage';

const all: ConversationFilter = { status: 'all', sort: 'newest' };
const idSchema = z.object({ id: z.string() });

/** Every function of our client that speaks to the conversations service. */
export function clientConversations(stage: Stage): void {
  async function open(): Promise<{ place: Place; ghl: GhlClient }> {
    const place = await stage.location();
    return { place, ghl: stage.client(place) };
  }

  describe('our client, conversations', () => {
    it('searches with every filter and in every order', async () => {
      const { ghl } = await open();
      const filters: Partial<ConversationFilter>[] = [
        {},
        { status: 'unread' },
        { status: 'starred', sort: 'oldest' },
        { channel: 'sms' },
        { q: 'a' },
        { assigned: 'unassigned' },
        { direction: 'inbound' },
        { createdFrom: 1, createdTo: Date.now() },
      ];
      for (const filter of filters) {
        const { conversations } = await searchConversations(ghl, { ...all, ...filter }, { limit: 5 });
        expect(conversations, JSON.stringify(filter)).not.toHaveLength(0);
      }
      const first = await searchConversations(ghl, all, { limit: 5 });
      const second = await searchConversations(ghl, all, { limit: 5, cursor: first.nextCursor });
      expect(second.conversations[0]?.id).not.toBe(first.conversations[0]?.id);
    });

    it('opens, changes and deletes a conversation', async () => {
      const { ghl } = await open();
      const contact = await createContact(ghl, { firstName: 'Ines', phone: '+15035550777' });
      const id = await createConversation(ghl, contact.id);
      expect(await createConversation(ghl, contact.id)).toBe(id);
      for (const patch of [
        { isUnread: true },
        { isUnread: false },
        { isStarred: true },
        { isStarred: false },
      ]) {
        await updateConversation(ghl, id, patch);
      }
      await deleteConversation(ghl, id);
      await expect(getConversation(ghl, id)).rejects.toMatchObject({ status: 404 });
    });

    it('reads a conversation that the search does not know yet', async () => {
      const { place, ghl } = await open();
      await stage.control(`locations/${place.id}/search-lag`, { ms: 60_000 });
      const contact = await createContact(ghl, { firstName: 'Ines', phone: '+15035550777' });
      const id = await createConversation(ghl, contact.id);
      expect((await getConversation(ghl, id)).id).toBe(id);
    });

    it('reads threads, mails and calls', async () => {
      const { ghl } = await open();
      const mail = await messageOf(ghl, await rowOf(ghl, 'email'), 'TYPE_EMAIL');
      expect((await getEmail(ghl, mail.emailIds[0] ?? '')).id).toBe(mail.emailIds[0]);
      const { id } = await rowOf(ghl, 'call');
      const { messages } = await listMessages(ghl, id, { limit: 50 });
      const heard: string[] = [];
      for (const message of messages) {
        const recording = await getRecording(ghl, message.id);
        if (!recording) continue;
        recording.content.destroy();
        expect((await getMessage(ghl, message.id)).id).toBe(message.id);
        const { sentences } = await getTranscription(ghl, message.id);
        if (sentences.length > 0) heard.push(await downloadTranscription(ghl, message.id));
      }
      expect(heard).not.toHaveLength(0);
    });

    it('exports a page after another, of every channel', async () => {
      const { ghl } = await open();
      const filter = { sort: 'oldest', sortBy: 'updatedAt', limit: 100 } as const;
      const first = await exportMessages(ghl, filter);
      const second = await exportMessages(ghl, filter, { cursor: first.nextCursor });
      expect(second.messages[0]?.id).not.toBe(first.messages[0]?.id);
      for (const channel of ['Call', 'SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook'] as const) {
        const to = Date.now();
        const page = await exportMessages(ghl, { sort: 'newest', sortBy: 'createdAt', channel, from: 0, to });
        expect(page.messages, channel).not.toHaveLength(0);
      }
      const { id: conversationId, contactId } = await rowOf(ghl, 'sms');
      const one = await exportMessages(ghl, {
        sort: 'newest',
        sortBy: 'createdAt',
        conversationId,
        contactId: contactId ?? undefined,
      });
      expect(one.total).toBeGreaterThan(0);
    });

    it('sends texts, mails and files', async () => {
      const { ghl } = await open();
      const { id: conversationId, contactId } = await rowOf(ghl, 'email');
      const content = Buffer.from('Sample gowns');
      const { url } = await uploadAttachment(ghl, { conversationId, name: 'gowns.txt', content });
      const to = { contactId: contactId ?? '', attachmentUrls: [url] };
      await sendMessage(ghl, { channel: 'SMS', text: 'The list', ...to });
      const mail = { channel: 'Email', subject: 'Gowns', html: 'The list', ...to } as const;
      const copies = { cc: ['mother@mail.example'], bcc: ['studio@mail.example'] };
      const sent = await sendMessage(ghl, { ...mail, ...copies, replyToEmailId: null });
      await sendMessage(ghl, { ...mail, cc: [], bcc: [], replyToEmailId: sent.emailMessageId });
    });

    it('takes back what is scheduled', async () => {
      const { place, ghl } = await open();
      const { contactId } = await rowOf(ghl, 'email');
      const scheduledTimestamp = Math.floor(Date.now() / 1000) + 3600;
      const schedule = async (body: Record<string, unknown>) => {
        const wanted = { contactId, scheduledTimestamp, ...body };
        const { body: answer } = await stage.ask(place, 'POST', '/conversations/messages', wanted);
        return z.looseObject({ messageId: z.string(), emailMessageId: z.string().optional() }).parse(answer);
      };
      const text = await schedule({ type: 'SMS', message: 'Tomorrow' });
      const mail = await schedule({ type: 'Email', subject: 'Tomorrow', html: 'Tomorrow' });
      await cancelScheduledMessage(ghl, text.messageId);
      await cancelScheduledEmail(ghl, mail.emailMessageId ?? '');
      await expect(getMessage(ghl, text.messageId)).rejects.toMatchObject({ status: 404 });
    });

    it('writes what a provider writes', async () => {
      const { place, ghl } = await open();
      const providerOf = async (type: string) =>
        idSchema.parse(await stage.control(`locations/${place.id}/provider`, { type })).id;
      const row = await rowOf(ghl, 'sms');
      const contact = { conversationId: row.id, contactId: row.contactId ?? '' };
      const call = { to: '+15035550123', from: '+15035550100', status: 'completed' } as const;
      const providerId = await providerOf('SMS');
      const line = await providerOf('Call');
      const text = { providerId, text: 'Over our own line', attachmentUrls: [], at: Date.now(), altId: 'x1' };
      await addInboundMessage(ghl, contact, { type: 'SMS', ...text });
      const inbound = { type: 'Call' as const, providerId: line, attachmentUrls: [], call };
      const { messageId } = await addInboundMessage(ghl, contact, inbound);
      await addOutboundCall(ghl, row.id, { providerId: line, attachmentUrls: [], at: Date.now(), call });
      await setMessageAttachments(ghl, messageId, ['https://calls.example/1.wav']);
      const error = { code: '1', type: 'saas', message: 'No route' };
      await updateMessageStatus(ghl, messageId, { status: 'failed', error });
      await updateMessageStatus(ghl, messageId, { status: 'delivered' });
    });

    it('answers a review and shows that somebody types', async () => {
      const { ghl } = await open();
      const review = await rowOf(ghl, 'review');
      expect(await sendReviewReply(ghl, { conversationId: review.id, text: 'Thank you' })).toMatchObject({
        messageId: expect.any(String),
      });
      const chat = await rowOf(ghl, 'live-chat');
      const visitorId = (await getVisitorId(ghl, chat.contactId ?? '')) ?? '';
      for (const isTyping of [true, false]) {
        await showTyping(ghl, { conversationId: chat.id, visitorId, isTyping });
      }
    });

    it('brings a large file in, and trusts no address of another host', async () => {
      const { place, ghl } = await open();
      await stage.control(`locations/${place.id}/signed-upload`, { enabled: true });
      const { id: conversationId } = await rowOf(ghl, 'whatsapp');
      const file = { conversationId, name: 'fitting.mp4' };
      const wanted = { contentType: 'video/mp4', channel: 'WHATSAPP' };
      // The addresses are the sandbox's, and our client speaks to the relay.
      await expect(initiateUpload(ghl, { ...file, ...wanted, sizeBytes: 4 })).rejects.toMatchObject({
        name: 'GhlShapeError',
        field: 'uploadUrl',
      });
      const { body } = await stage.ask(place, 'POST', '/conversations/messages/upload/initiate', {
        ...wanted,
        locationId: place.id,
        conversationId,
        filename: file.name,
      });
      const { uploadUrl, uploadId, filePath } = z
        .object({ uploadUrl: z.string(), uploadId: z.string(), filePath: z.string() })
        .parse(body);
      await fetch(uploadUrl, { method: 'PUT', headers: { 'content-type': 'video/mp4' }, body: 'film' });
      await expect(completeUpload(ghl, { ...file, uploadId, filePath })).rejects.toMatchObject({
        name: 'GhlShapeError',
        field: 'uploadedFiles',
      });
    });

    it('keeps subscription types, and what a contact wants to hear', async () => {
      const { ghl } = await open();
      const made = { name: 'Trunk shows', description: '', channel: 'email', language: 'en' } as const;
      await createSubtype(ghl, made);
      const list = await listSubtypes(ghl);
      if (list.state !== 'ready') return expect.unreachable();
      const id = list.subtypes.find(({ name }) => name === made.name)?.id ?? '';
      await updateSubtype(ghl, id, { name: 'Designer days', description: 'In the studio', isArchived: true });
      const email = 'ines@mail.example';
      const contact = await createContact(ghl, { firstName: 'Ines', email });
      const legal = { legalReason: 'Asked for it again', legalDescription: 'On the phone' };
      const [type] = list.subtypes.filter(({ channel, isArchived }) => channel === 'email' && !isArchived);
      const back = { change: 'resubscribe', email, ...legal } as const;
      for (const target of [{ kind: 'default' }, { kind: 'custom', subtypeId: type?.id ?? '' }] as const) {
        await changePreference(ghl, contact.id, { change: 'unsubscribe', email, target });
        await changePreference(ghl, contact.id, { ...back, target });
      }
      await changePreference(ghl, contact.id, { ...back, target: { kind: 'all' } });
      expect(await getPreferences(ghl, contact.id)).toMatchObject({ state: 'ready' });
    });
  });
}

async function rowOf(ghl: GhlClient, channel: ConversationFilter['channel']): Promise<Conversation> {
  const { conversations } = await searchConversations(ghl, { ...all, channel });
  const [row] = conversations;
  if (row?.kind !== 'conversation') throw new Error(`No conversation of ${channel}`);
  return row;
}

async function messageOf(ghl: GhlClient, { id }: Conversation, type: string) {
  const { messages } = await listMessages(ghl, id, { limit: 50 });
  const found = messages.find((message) => message.kind === 'message' && message.type === type);
  if (found?.kind !== 'message') throw new Error(`No message of ${type}`);
  return found;
}
