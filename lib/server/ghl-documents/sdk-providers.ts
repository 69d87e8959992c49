import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { send } from './sdk-writing';
import { conversationsVersion, type Place, type Stage } from './stage';

const idSchema = z.object({ id: z.string() });
const rowSchema = z.looseObject({ id: z.string(), contactId: z.string() });

/** What the app of a conversation provider writes, and the answers that go out in public. */
export function sdkProviders(stage: Stage): void {
  async function open() {
    const place = await stage.location();
    const ghl = stage.sdk(place, { apiVersion: conversationsVersion });
    const rowOf = async (lastMessageType: string) => {
      const { conversations } = await ghl.conversations.searchConversation({
        locationId: place.id,
        lastMessageType,
      });
      return rowSchema.parse(conversations[0]);
    };
    return { place, ghl, rowOf };
  }

  async function provider(place: Place, type: string): Promise<string> {
    return idSchema.parse(await stage.control(`locations/${place.id}/provider`, { type })).id;
  }

  describe('the official SDK, for the provider of a channel', () => {
    it('brings a text in, sends one and reports how it went', async () => {
      const { place, ghl, rowOf } = await open();
      const conversationProviderId = await provider(place, 'SMS');
      const { id: conversationId, contactId } = await rowOf('TYPE_SMS');
      const added = await ghl.conversations.addAnInboundMessage({
        type: 'SMS',
        conversationId,
        contactId,
        conversationProviderId,
        message: 'Came over our own line',
      });
      expect(added).toMatchObject({ success: true, conversationId });
      const { messageId } = await send(ghl, {
        type: 'SMS',
        contactId,
        conversationProviderId,
        message: 'Back over our own line',
      });
      await ghl.conversations.updateMessageStatus({ messageId }, { status: 'delivered' });
      const read: unknown = await ghl.conversations.getMessage({ id: messageId });
      expect(read).toMatchObject({ message: { status: 'delivered' } });
      const error = { code: '1', type: 'saas', message: 'No route' };
      await ghl.conversations.updateMessageStatus({ messageId }, { status: 'failed', error });
    });

    it('notes a call that was made elsewhere, and adds its recording', async () => {
      const { place, ghl, rowOf } = await open();
      const conversationProviderId = await provider(place, 'Call');
      const { id: conversationId } = await rowOf('TYPE_SMS');
      const { messageId } = await ghl.conversations.addAnOutboundMessage({
        type: 'Call',
        conversationId,
        conversationProviderId,
        date: new Date().toISOString(),
        call: { to: '+15035550123', from: '+15035550100', status: 'completed' },
      });
      const attachments = ['https://calls.example/1.wav'];
      await ghl.conversations.addMessageAttachments({ messageId }, { attachments });
      const read: unknown = await ghl.conversations.getMessage({ id: messageId });
      expect(read).toMatchObject({ message: { attachments } });
    });

    it('answers a review', async () => {
      const { place, ghl, rowOf } = await open();
      const { id: conversationId } = await rowOf('TYPE_REVIEW');
      const answer = await ghl.conversations.sendReviewReply({
        conversationId,
        locationId: place.id,
        message: 'Thank you, Gwendolyn',
      });
      expect(answer).toMatchObject({ conversationId, messageId: expect.any(String) });
    });

    it('shows a visitor that somebody types', async () => {
      const { place, ghl, rowOf } = await open();
      const { id: conversationId, contactId } = await rowOf('TYPE_LIVE_CHAT');
      const { contact } = z
        .object({ contact: z.looseObject({ visitorId: z.string() }) })
        .parse(await ghl.contacts.getContact({ contactId }));
      const { visitorId } = contact;
      const typing = { locationId: place.id, visitorId, conversationId, isTyping: 'true' };
      expect(await ghl.conversations.liveChatAgentTyping(typing)).toMatchObject({ success: true });
    });
  });
}
