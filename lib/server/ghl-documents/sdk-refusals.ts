import 'server-only';
import {
  GHLAuthenticationError,
  GHLForbiddenError,
  GHLNotFoundError,
  GHLRateLimitError,
  GHLValidationError,
} from '@gohighlevel/api-client';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { send } from './sdk-writing';
import { conversationsVersion, type Stage } from './stage';

const requestsSchema = z.object({ requests: z.array(z.object({ status: z.number() })) });
const blockedSchema = z.object({ contact: z.object({ id: z.string() }) });

/** Each refusal as the SDK tells it: its class of error, the status, GHL's words. */
export function sdkRefusals(stage: Stage): void {
  const apiVersion = conversationsVersion;

  async function open() {
    const place = await stage.location();
    const ghl = stage.sdk(place, { apiVersion });
    const search = (client = ghl) => client.conversations.searchConversation({ locationId: place.id });
    return { place, ghl, search };
  }

  describe('the official SDK, refused', () => {
    it('tells a missing right from a token that ended', async () => {
      const { place, search } = await open();
      const control = `locations/${place.id}/token`;
      await stage.control(control, { removeScopes: ['conversations.readonly'] });
      const scope = await search().catch((error: unknown) => error);
      expect(scope).toBeInstanceOf(GHLAuthenticationError);
      expect(scope).toMatchObject({
        statusCode: 401,
        message: 'The token is not authorized for this scope.',
        response: { traceId: expect.any(String) },
      });
      await stage.control(control, { revoked: true });
      await expect(search()).rejects.toMatchObject({
        statusCode: 401,
        message: 'Invalid Private Integration token',
      });
    });

    it('is kept out of another location', async () => {
      const [{ search }, other] = [await open(), await stage.location()];
      const foreign = await search(stage.sdk(other, { apiVersion })).catch((error: unknown) => error);
      expect(foreign).toBeInstanceOf(GHLForbiddenError);
      expect(foreign).toMatchObject({ statusCode: 403 });
    });

    it('is told of an id that nobody has', async () => {
      const { ghl } = await open();
      const conversationId = 'nobody00000000000000';
      for (const call of [
        () => ghl.conversations.getConversation({ conversationId }),
        () => ghl.conversations.getMessages({ conversationId }),
        () => ghl.conversations.getMessage({ id: conversationId }),
        () => ghl.conversations.getEmailById({ id: conversationId }),
        () => ghl.conversations.cancelScheduledMessage({ messageId: conversationId }),
      ]) {
        const refused = await call().catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(GHLNotFoundError);
      }
    });

    it('may not write to a contact who is not to be disturbed', async () => {
      const { place, ghl } = await open();
      const dndSettings = { SMS: { status: 'active', message: 'STOP', code: '' } };
      const { contact } = blockedSchema.parse(
        await ghl.contacts.createContact({ locationId: place.id, phone: '+15035550778', dndSettings }),
      );
      const refused = await send(ghl, { type: 'SMS', contactId: contact.id, message: 'Hi' }).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(GHLValidationError);
      expect(refused).toMatchObject({
        statusCode: 400,
        message: 'Cannot send message as DND is active for SMS.',
      });
    });

    it('gets the list of what is wrong with a body', async () => {
      const { ghl } = await open();
      const refused = await send(ghl, { type: 'Pigeon', contactId: '' }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(GHLValidationError);
      expect(refused).toMatchObject({
        statusCode: 422,
        response: { message: expect.arrayContaining([expect.stringContaining('type must be one of')]) },
      });
    });

    it('waits when told that it asks too much, and is answered', async () => {
      const { place } = await open();
      // Its own wait is GHL's window, cut to `maxDelayMs`: the fault is used up by the first try.
      const ghl = stage.sdk(place, { apiVersion, rateLimitRetry: { maxRetries: 2, maxDelayMs: 20 } });
      await stage.control(`locations/${place.id}/faults`, {
        operation: 'search-conversation',
        kind: 'respond',
        status: 429,
        body: { statusCode: 429, message: 'Too Many Requests' },
        count: 1,
      });
      const { total } = await ghl.conversations.searchConversation({ locationId: place.id });
      expect(total).toBeGreaterThan(0);
      const { requests } = requestsSchema.parse(await stage.look(`locations/${place.id}/requests`));
      expect(requests.map(({ status }) => status)).toEqual([429, 200]);
    });

    it('learns the limit from the headers once it is over it', async () => {
      const { place, search } = await open();
      await stage.control(`locations/${place.id}/rate-limit`, { enabled: true, max: 1 });
      await search();
      const refused = await search().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(GHLRateLimitError);
      expect(refused).toMatchObject({
        statusCode: 429,
        rateLimit: { scope: 'burst', intervalMs: 10_000, max: 1, remaining: 0, dailyLimit: 200_000 },
      });
    });
  });
}
