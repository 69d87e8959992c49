import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '@/lib/server/sandbox/call';
import { operations } from '@/lib/server/sandbox/operations';
import type { Place, Stage } from './stage';

const foundSchema = z.object({ conversations: z.array(z.object({ id: z.string(), contactId: z.string() })) });
const nobody = 'nobody00000000000000';

/** Every refusal that every operation of the sandbox has: what it answers is checked like a success. */
export function handRefusals(stage: Stage): void {
  /** The path of an operation with ids of nobody, or of this location. */
  const pathOf = ({ path }: Operation, locationId: string) =>
    `${path.replace('{locationId}', locationId).replace(/\{\w+\}/g, nobody)}?locationId=${locationId}`;

  const ask = (place: Place, operation: Operation, locationId: string) => {
    const { method, onlyVersion } = operation;
    const body = method === 'GET' ? undefined : { locationId };
    return stage.ask(place, method, pathOf(operation, locationId), body, onlyVersion);
  };

  async function newest(place: Place, lastMessageType = 'TYPE_SMS') {
    const query = `locationId=${place.id}&limit=1&lastMessageType=${lastMessageType}`;
    const { body } = await stage.ask(place, 'GET', `/conversations/search?${query}`);
    const [row] = foundSchema.parse(body).conversations;
    if (!row) throw new Error(`No conversation ends with ${lastMessageType}`);
    return row;
  }

  describe('the sandbox, refusing', () => {
    it.each(operations)(
      '$operationId: without a right, a token, or a location of one’s own',
      async (operation) => {
        const [place, other] = await Promise.all([
          stage.location({ preset: 'empty' }),
          stage.location({ preset: 'empty' }),
        ]);
        const withoutToken = await ask({ ...place, token: 'pit-nobody' }, operation, place.id);
        expect(withoutToken.status).toBe(401);
        const plain = await ask(place, operation, place.id);
        const elsewhere = await ask(place, operation, other.id);
        // Some take no location, and are told only that there is nothing of that name.
        for (const { status } of [plain, elsewhere]) expect(status).toBeLessThan(500);
        if (operation.scope === null) return;
        await stage.control(`locations/${place.id}/token`, { removeScopes: [operation.scope] });
        expect((await ask(place, operation, place.id)).status).toBe(401);
      },
    );

    it('keeps out a wrong Version, and a path that nobody has', async () => {
      const place = await stage.location({ preset: 'empty' });
      const search = `/conversations/search?locationId=${place.id}`;
      expect((await stage.ask(place, 'GET', search, undefined, '2020-01-01')).status).toBe(401);
      expect((await stage.ask(place, 'GET', `${search}&limit=nine`)).status).toBe(422);
      expect((await stage.ask(place, 'GET', '/conversations/nowhere/at/all')).status).toBe(404);
    });

    it('takes a message without a provider in silence', async () => {
      const place = await stage.location();
      const { id: conversationId } = await newest(place);
      const inbound = { type: 'Custom', conversationId, message: 'Hello?' };
      const answer = await stage.ask(place, 'POST', '/conversations/messages/inbound', inbound);
      expect(answer).toEqual({ status: 201, body: { traceId: expect.any(String) } });
    });

    it('changes no message that no provider of ours brought', async () => {
      const place = await stage.location();
      const { id, contactId } = await newest(place);
      const text = { type: 'SMS', contactId, message: 'Hello' };
      const { body } = await stage.ask(place, 'POST', '/conversations/messages', text);
      const { messageId } = z.looseObject({ messageId: z.string() }).parse(body);
      const put = async (what: string, change: unknown) =>
        (await stage.ask(place, 'PUT', `/conversations/messages/${messageId}/${what}`, change)).status;
      expect(await put('status', { status: 'read' })).toBe(403);
      expect(await put('attachments', { attachments: ['https://calls.example/1.wav'] })).toBe(403);
      expect(await put('attachments', { attachments: ['not an address'] })).toBe(400);
      const empty = { type: 'Email', contactId, subject: 'Nothing' };
      expect((await stage.ask(place, 'POST', '/conversations/messages', empty)).status).toBe(422);
      await stage.control(`locations/${place.id}/signed-upload`, { enabled: true });
      const film = {
        locationId: place.id,
        conversationId: id,
        filename: 'film.mp4',
        contentType: 'video/mp4',
      };
      const large = { ...film, channel: 'SMS', fileSize: 6 * 1024 * 1024 };
      const upload = '/conversations/messages/upload/initiate';
      expect((await stage.ask(place, 'POST', upload, large)).status).toBe(413);
    });

    it('tells a call of its own channel that came from outside by its subType', async () => {
      const place = await stage.location();
      const wanted = { type: 'Call', isDefault: true };
      const made = await stage.control(`locations/${place.id}/provider`, wanted);
      const conversationProviderId = z.looseObject({ id: z.string() }).parse(made).id;
      const { id: conversationId } = await newest(place);
      const call = { type: 'Call', conversationId, conversationProviderId, call: { status: 'completed' } };
      const { body } = await stage.ask(place, 'POST', '/conversations/messages/outbound', call);
      const { messageId } = z.looseObject({ messageId: z.string() }).parse(body);
      const read = await stage.ask(place, 'GET', `/conversations/messages/${messageId}`);
      expect(read.body).toMatchObject({ message: { subType: 'EXTERNAL_CALL' } });
      const exported = `/conversations/messages/export?locationId=${place.id}&conversationId=${conversationId}`;
      for (const path of [`/conversations/${conversationId}/messages`, exported]) {
        const text = JSON.stringify((await stage.ask(place, 'GET', path)).body);
        expect(text).toContain('EXTERNAL_CALL');
      }
    });

    it('has no paths of v3 in another Version, nor a feature that is off', async () => {
      const place = await stage.location();
      const query = `locationId=${place.id}&companyId=${nobody}&contactId=${nobody}`;
      expect((await stage.ask(place, 'GET', `/users/search?${query}`)).status).toBe(404);
      await stage.control(`locations/${place.id}/preferences`, { feature: '404' });
      for (const [method, path] of [
        ['GET', 'custom-subtypes'],
        ['POST', 'custom-subtypes'],
        ['GET', 'unsubscriptions/status'],
        ['POST', 'unsubscriptions/user-change'],
      ] as const) {
        const body = method === 'POST' ? {} : undefined;
        const whole = `/conversations/preferences/${path}?${query}`;
        expect((await stage.ask(place, method, whole, body)).status, path).toBe(404);
      }
    });

    it('takes no file of another kind, none that is too large, and none for nobody', async () => {
      const place = await stage.location();
      const { id: own } = await newest(place);
      const upload = async (name: string, bytes: number, conversationId = own) => {
        const form = new FormData();
        form.set('conversationId', conversationId);
        form.set('locationId', place.id);
        form.set('fileAttachment', new Blob([new Uint8Array(bytes)]), name);
        return (await stage.ask(place, 'POST', '/conversations/messages/upload', form)).status;
      };
      expect(await upload('virus.exe', 1)).toBe(415);
      expect(await upload('film.mp4', 26 * 1024 * 1024)).toBe(413);
      expect(await upload('note.txt', 1, nobody)).toBe(500);
    });
  });
}
