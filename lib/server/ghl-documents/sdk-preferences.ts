import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationsVersion, type Stage } from './stage';

// The documents give these answers no shape; this is the sandbox's default one (CONTRACT 1.9).
const subtypeSchema = z.looseObject({ id: z.string(), name: z.string(), archived: z.boolean() });
const oneSchema = z.object({ customSubtype: subtypeSchema });
const listSchema = z.object({ customSubtypes: z.array(subtypeSchema) });
const statusSchema = z.object({
  emails: z.array(
    z.object({
      email: z.string(),
      subscriptions: z.array(z.looseObject({ name: z.string(), status: z.string() })),
    }),
  ),
});

/** The subscription types of a location, and what a contact wants to hear. */
export function sdkPreferences(stage: Stage): void {
  describe('the official SDK, subscription types', () => {
    it('creates one, renames it, archives and restores it', async () => {
      const { id: locationId, token } = await stage.location();
      const { conversations } = stage.sdk({ id: locationId, token }, { apiVersion: conversationsVersion });
      const made = oneSchema.parse(
        await conversations.createCustomSubtype(
          { locationId },
          { name: 'Trunk shows', description: 'Designers in the studio', channel: 'email', language: 'en' },
        ),
      );
      const { id } = made.customSubtype;
      for (const change of [{ name: 'Designer days' }, { archived: true }, { archived: false }]) {
        const changed = oneSchema.parse(await conversations.updateCustomSubtype({ id, locationId }, change));
        expect(changed.customSubtype).toMatchObject({ id, ...change });
      }
      const { customSubtypes } = listSchema.parse(await conversations.getAllCustomSubtypes({ locationId }));
      expect(customSubtypes).toContainEqual(expect.objectContaining({ id, name: 'Designer days' }));
    });

    it('unsubscribes an address and takes it back with a reason', async () => {
      const { id: locationId, token } = await stage.location();
      const { conversations, contacts } = stage.sdk(
        { id: locationId, token },
        { apiVersion: conversationsVersion },
      );
      const email = 'ines@mail.example';
      const { contact } = z
        .object({ contact: z.object({ id: z.string() }) })
        .parse(await contacts.createContact({ locationId, firstName: 'Ines', email }));
      const change = (subtype_status: string, reason = {}) =>
        conversations.userSubscriptionChange({
          locationId,
          contactId: contact.id,
          email,
          subscription_action: { type: 'default', subtype_name: 'One on One', subtype_status },
          ...reason,
        });
      const status = async () => {
        const answer: unknown = await conversations.getContactUnsubscriptionStatus({
          locationId,
          contactId: contact.id,
          email,
        });
        return statusSchema.parse(answer).emails[0]?.subscriptions.find(({ name }) => name === 'One on One')
          ?.status;
      };
      await change('unsubscribed');
      expect(await status()).toBe('unsubscribed');
      await expect(change('subscribed')).rejects.toMatchObject({ statusCode: 422 });
      await change('subscribed', { legal_reason: 'Asked for it again on the phone' });
      expect(await status()).toBe('subscribed');
    });
  });
}
