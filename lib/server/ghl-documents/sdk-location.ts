import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asForm } from './sdk-writing';
import { neighboursVersion, type Stage } from './stage';

const usersSchema = z.object({ users: z.array(z.looseObject({ id: z.string() })).min(1) });

/** The location, its people and what it lends to messages. */
export function sdkLocation(stage: Stage): void {
  async function open() {
    const { id: locationId, token } = await stage.location();
    return { locationId, ghl: stage.sdk({ id: locationId, token }, { apiVersion: neighboursVersion }) };
  }

  describe('the official SDK, the location', () => {
    it('reads the location and its people', async () => {
      const { locationId, ghl } = await open();
      expect(await ghl.locations.getLocation({ locationId })).toMatchObject({ location: { id: locationId } });
      const { users } = usersSchema.parse(await ghl.users.getUserByLocation({ locationId }));
      for (const { id } of users) expect(await ghl.users.getUser({ userId: id })).toMatchObject({ id });
    });

    it('finds people by company, a path that only v3 has', async () => {
      const { id: locationId, token } = await stage.location();
      const ghl = stage.sdk({ id: locationId, token }, { apiVersion: 'v3' });
      const { location } = z
        .object({ location: z.looseObject({ companyId: z.string() }) })
        .parse(await ghl.locations.getLocation({ locationId }));
      const { users } = usersSchema.parse(
        await ghl.users.searchUsers({ companyId: location.companyId, locationId }),
      );
      expect(users.length).toBeGreaterThan(0);
    });

    it('reads tags, fields, values, templates and phone numbers', async () => {
      const { locationId, ghl } = await open();
      expect(await ghl.locations.createTag({ locationId }, { name: 'Autumn fair' })).toMatchObject({
        tag: { name: 'autumn fair', locationId },
      });
      const { tags } = await ghl.locations.getLocationTags({ locationId });
      expect(tags).toContainEqual(expect.objectContaining({ name: 'autumn fair' }));
      const { customFields } = await ghl.locations.getCustomFields({ locationId, model: 'contact' });
      expect(customFields).not.toHaveLength(0);
      const { customValues } = await ghl.locations.getCustomValues({ locationId });
      expect(customValues).not.toHaveLength(0);
      for (const type of ['sms', 'email']) {
        const wanted = { locationId, originId: locationId, type, deleted: false, skip: '0', limit: '25' };
        const { templates } = await ghl.locations.gETAllOrEmailSmsTemplates(wanted);
        expect(templates, type).not.toHaveLength(0);
      }
      const numbers: unknown = await ghl.phoneSystem.activeNumbers({ locationId, pageSize: 100, page: 0 });
      const number = expect.objectContaining({ phoneNumber: expect.stringMatching(/^\+1/) });
      expect(numbers).toMatchObject({ numbers: expect.arrayContaining([number]) });
    });

    it('puts a file into the media library, of which no document tells', async () => {
      const { ghl } = await open();
      const form = new FormData();
      form.set('file', new Blob(['Sample gowns']), 'gowns.txt');
      expect(await ghl.medias.uploadMediaContent(form, asForm)).toMatchObject({
        fileId: expect.any(String),
        url: expect.stringMatching(/^http/),
      });
    });
  });
}
