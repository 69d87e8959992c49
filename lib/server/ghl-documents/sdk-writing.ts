import 'server-only';
import type { HighLevel } from '@gohighlevel/api-client';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationsVersion, neighboursVersion, type Place, type Stage } from './stage';

/** Without this header the SDK writes a form out as JSON: it sets that content type for every request. */
export const asForm = { headers: { 'Content-Type': 'multipart/form-data' } };
const contactSchema = z.object({ contact: z.object({ id: z.string() }) });
const sentSchema = z.looseObject({
  conversationId: z.string(),
  messageId: z.string(),
  emailMessageId: z.string().optional(),
});

/** What an agent's work writes: conversations, messages, files. */
export function sdkWriting(stage: Stage): void {
  async function open() {
    const place = await stage.location();
    return { place, ghl: stage.sdk(place, { apiVersion: conversationsVersion }) };
  }

  /** A contact with a phone and an address of mail, whom nobody has written to yet. */
  async function newContact(place: Place): Promise<string> {
    const { contacts } = stage.sdk(place, { apiVersion: neighboursVersion });
    const { contact } = contactSchema.parse(
      await contacts.createContact({
        locationId: place.id,
        firstName: 'Ines',
        lastName: 'Moreau',
        email: 'ines.moreau@mail.example',
        phone: '+15035550777',
      }),
    );
    return contact.id;
  }

  describe('the official SDK, writing', () => {
    it('opens a conversation once, changes it and deletes it', async () => {
      const { place, ghl } = await open();
      const wanted = { locationId: place.id, contactId: await newContact(place) };
      const { conversation, success } = await ghl.conversations.createConversation(wanted);
      expect(success).toBe(true);
      await expect(ghl.conversations.createConversation(wanted)).rejects.toMatchObject({ statusCode: 400 });
      const conversationId = conversation.id;
      const changed = await ghl.conversations.updateConversation(
        { conversationId },
        { locationId: place.id, unreadCount: 1, starred: true },
      );
      expect(changed.conversation).toMatchObject({ id: conversationId, unreadCount: 1, starred: true });
      expect(await ghl.conversations.deleteConversation({ conversationId })).toMatchObject({ success: true });
      await expect(ghl.conversations.getConversation({ conversationId })).rejects.toMatchObject({
        statusCode: 404,
      });
    });

    it('sends a text with an uploaded file, a mail, an answer to it and a comment', async () => {
      const { place, ghl } = await open();
      const contactId = await newContact(place);
      const first = await send(ghl, { type: 'SMS', contactId, message: 'Hello from the studio' });
      const form = new FormData();
      form.set('conversationId', first.conversationId);
      form.set('locationId', place.id);
      form.set('fileAttachment', new Blob(['Sample gowns']), 'gowns.txt');
      await expect(ghl.conversations.uploadFileAttachments(form)).rejects.toMatchObject({ statusCode: 400 });
      const { uploadedFiles } = await ghl.conversations.uploadFileAttachments(form, asForm);
      const attachments = z.array(z.url()).parse(Object.values(uploadedFiles));
      expect(attachments).toHaveLength(1);
      await send(ghl, { type: 'SMS', contactId, message: 'The list', attachments });
      const mail = await send(ghl, {
        type: 'Email',
        contactId,
        subject: 'Your fitting',
        html: '<p>See you on Friday</p>',
        emailCc: ['mother@mail.example'],
      });
      await send(ghl, {
        type: 'Email',
        contactId,
        html: '<p>Parking is behind the house</p>',
        replyMessageId: mail.emailMessageId,
        emailReplyMode: 'reply',
      });
      const comment = await send(ghl, { type: 'InternalComment', contactId, message: 'Wants ivory' });
      expect(await ghl.conversations.getMessage({ id: comment.messageId })).toMatchObject({
        message: { messageType: 'TYPE_INTERNAL_COMMENT', body: 'Wants ivory' },
      });
      const thread: unknown = await ghl.conversations.getMessages({ conversationId: first.conversationId });
      const { messages } = z
        .object({ messages: z.object({ messages: z.array(z.looseObject({ messageType: z.string() })) }) })
        .parse(thread).messages;
      expect(messages.map(({ messageType }) => messageType).sort()).toEqual([
        'TYPE_EMAIL',
        'TYPE_INTERNAL_COMMENT',
        'TYPE_SMS',
        'TYPE_SMS',
      ]);
    });

    it('schedules a text and a mail, and takes both back', async () => {
      const { place, ghl } = await open();
      const contactId = await newContact(place);
      const scheduledTimestamp = Math.floor(Date.now() / 1000) + 3600;
      const text = await send(ghl, { type: 'SMS', contactId, message: 'Tomorrow', scheduledTimestamp });
      const mail = await send(ghl, {
        type: 'Email',
        contactId,
        subject: 'Later',
        html: '<p>Later</p>',
        scheduledTimestamp,
      });
      const emailMessageId = mail.emailMessageId ?? '';
      expect(await ghl.conversations.cancelScheduledMessage({ messageId: text.messageId })).toMatchObject({
        status: 200,
      });
      expect(await ghl.conversations.cancelScheduledEmailMessage({ emailMessageId })).toMatchObject({
        status: 200,
      });
      await expect(ghl.conversations.getMessage({ id: text.messageId })).rejects.toMatchObject({
        statusCode: 404,
      });
    });

    it('brings a large file in through a signed address, where GHL opens that to it', async () => {
      const { place, ghl } = await open();
      const contactId = await newContact(place);
      const { conversationId } = await send(ghl, { type: 'WhatsApp', contactId, message: 'A film' });
      const file = { locationId: place.id, conversationId, filename: 'fitting.mp4' };
      const wanted = { ...file, contentType: 'video/mp4', fileSize: 4, channel: 'WHATSAPP' };
      await expect(ghl.conversations.initiateFileUpload(wanted)).rejects.toMatchObject({ statusCode: 401 });
      await stage.control(`locations/${place.id}/signed-upload`, { enabled: true });
      const { uploadUrl, uploadId, filePath } = await ghl.conversations.initiateFileUpload(wanted);
      const complete = () => ghl.conversations.completeFileUpload({ ...file, uploadId, filePath });
      await expect(complete()).rejects.toMatchObject({ statusCode: 404 });
      const headers = { 'content-type': 'video/mp4' };
      expect((await fetch(uploadUrl, { method: 'PUT', headers, body: 'film' })).status).toBe(200);
      const { uploadedFiles } = await complete();
      expect(Object.keys(uploadedFiles)).toEqual(['fitting.mp4']);
    });
  });
}

type Body = Parameters<HighLevel['conversations']['sendANewMessage']>[0];

/** `subType` and `status` are required by the SDK's type alone: reality asks for neither (CONTRACT 1.6). */
export async function send(ghl: HighLevel, body: Omit<Body, 'subType' | 'status'>) {
  const answer: unknown = await ghl.conversations.sendANewMessage({
    ...body,
    subType: undefined,
    status: 'pending',
  });
  return sentSchema.parse(answer);
}
