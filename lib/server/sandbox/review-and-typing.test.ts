import 'server-only';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, type Reply, startTestSandbox, type TestSandbox, textAt } from './test-sandbox';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function rowOf(name: string): Promise<unknown> {
  const query = new URLSearchParams({ locationId: sandbox.locationId, query: name });
  const { body } = await sandbox.api('GET', `/conversations/search?${query}`);
  return at(body, 'conversations', 0);
}

describe('a reply to a review', () => {
  const reply = (body: Record<string, unknown>) =>
    sandbox.api('POST', '/conversations/messages/review-reply', {
      body: { locationId: sandbox.locationId, message: 'Thank you, Gwendolyn!', ...body },
    });

  it('stands in the thread as an outbound review', async () => {
    const conversationId = textAt(await rowOf('Gwendolyn'), 'id');
    const sent = await reply({ conversationId });
    expect(sent).toMatchObject({ status: 200, body: { conversationId, status: 'pending' } });
    const id = textAt(sent.body, 'messageId');
    sandbox.advance(5_000);
    const { body } = await sandbox.api('GET', `/conversations/messages/${id}`);
    expect(at(body, 'message')).toMatchObject({
      messageType: 'TYPE_REVIEW',
      direction: 'outbound',
      status: 'delivered',
      body: 'Thank you, Gwendolyn!',
    });
    expect(at(await rowOf('Gwendolyn'), 'lastMessageBody')).toBe('Thank you, Gwendolyn!');
    const log = await sandbox.control('GET', `locations/${sandbox.locationId}/accepted`);
    expect(listAt(log.body, 'accepted').at(-1)).toMatchObject({ messageId: id, type: 'ReviewReply' });
  });

  it('needs a review, a text and the own location', async () => {
    const conversationId = textAt(await rowOf('Devon'), 'id');
    expect((await reply({ conversationId })).status).toBe(400);
    expect((await reply({ conversationId: 'nowhere' })).status).toBe(404);
    expect((await reply({ conversationId, locationId: sandbox.locations[1]?.id })).status).toBe(403);
    const empty = await reply({ conversationId, message: ' ' });
    expect(empty).toMatchObject({ status: 422, body: { message: ['message should not be empty'] } });
  });
});

describe('typing in a live chat', () => {
  async function type(body: Record<string, unknown>): Promise<Reply> {
    const row = await rowOf('4821');
    const contact = await sandbox.api('GET', `/contacts/${textAt(row, 'contactId')}`);
    return sandbox.api('POST', '/conversations/providers/live-chat/typing', {
      body: {
        locationId: sandbox.locationId,
        conversationId: at(row, 'id'),
        visitorId: textAt(contact.body, 'contact', 'visitorId'),
        ...body,
      },
    });
  }

  async function isShown(): Promise<unknown> {
    const path = `locations/${sandbox.locationId}/snapshot/${textAt(await rowOf('4821'), 'id')}`;
    return at((await sandbox.control('GET', path)).body, 'isAgentTyping');
  }

  it('is shown and ends', async () => {
    expect(await isShown()).toBe(false);
    expect(await type({ isTyping: true })).toMatchObject({ status: 201, body: { success: true } });
    expect(await isShown()).toBe(true);
    expect((await type({ isTyping: 'false' })).status).toBe(201);
    expect(await isShown()).toBe(false);
  });

  it.each([
    [{ isTyping: true, visitorId: 'somebody' }, 422],
    [{ isTyping: 'perhaps' }, 422],
    [{}, 422],
    [{ isTyping: true, conversationId: 'nowhere' }, 404],
    [{ isTyping: true, locationId: 'elsewhere' }, 403],
  ])('refuses %j', async (body, status) => {
    expect((await type(body)).status).toBe(status);
  });

  it('has a scope of its own', async () => {
    await sandbox.control('POST', `locations/${sandbox.locationId}/token`, {
      removeScopes: ['conversations/livechat.write'],
    });
    expect(await type({ isTyping: true })).toMatchObject({
      status: 401,
      body: { message: 'The token is not authorized for this scope.' },
    });
  });
});
