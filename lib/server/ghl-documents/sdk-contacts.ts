import 'server-only';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { neighboursVersion, type Stage } from './stage';

const contactSchema = z.object({ contact: z.looseObject({ id: z.string() }) });
const foundSchema = z.object({
  contacts: z.array(z.looseObject({ id: z.string(), searchAfter: z.array(z.unknown()) })),
  total: z.number(),
});
const noteSchema = z.object({ note: z.looseObject({ id: z.string() }) });
const taskSchema = z.object({ task: z.looseObject({ id: z.string() }) });
const usersSchema = z.object({ users: z.array(z.looseObject({ id: z.string() })).min(1) });
const email = 'ines.moreau@mail.example';

/** Contacts and what hangs on them. */
export function sdkContacts(stage: Stage): void {
  async function open() {
    const place = await stage.location();
    const ghl = stage.sdk(place, { apiVersion: neighboursVersion });
    const person = { locationId: place.id, firstName: 'Ines', lastName: 'Moreau', email };
    const { contact } = contactSchema.parse(await ghl.contacts.createContact(person));
    const { users } = usersSchema.parse(await ghl.users.getUserByLocation({ locationId: place.id }));
    return { place, ghl, person, contactId: contact.id, userId: users[0]?.id ?? '' };
  }

  describe('the official SDK, contacts', () => {
    it('creates, finds, changes and deletes one', async () => {
      const { place, ghl, person, contactId, userId } = await open();
      const locationId = place.id;
      await expect(ghl.contacts.createContact(person)).rejects.toMatchObject({ statusCode: 400 });
      const same = contactSchema.parse(await ghl.contacts.upsertContact({ ...person, city: 'Portland' }));
      expect(same.contact.id).toBe(contactId);
      const duplicate: unknown = await ghl.contacts.getDuplicateContact({ locationId, email });
      expect(duplicate).toMatchObject({ contact: { id: contactId } });
      const changed: unknown = await ghl.contacts.updateContact(
        { contactId },
        {
          assignedTo: userId,
          tags: ['ivory'],
          dndSettings: { SMS: { status: 'active', message: '', code: '' } },
        },
      );
      expect(changed).toMatchObject({ contact: { assignedTo: userId, tags: ['ivory'] } });
      expect(await ghl.contacts.getContact({ contactId })).toMatchObject({ contact: { id: contactId } });
      await ghl.contacts.deleteContact({ contactId });
      await expect(ghl.contacts.getContact({ contactId })).rejects.toMatchObject({ statusCode: 400 });
    });

    it('pages the search by searchAfter, and the old list by its cursor', async () => {
      const { place, ghl } = await open();
      const seen = new Set<string>();
      let searchAfter: unknown[] | undefined;
      for (let rows = 30; rows === 30; ) {
        const wanted = {
          locationId: place.id,
          pageLimit: 30,
          ...(searchAfter ? { searchAfter } : { page: 1 }),
        };
        const { contacts, total } = foundSchema.parse(await ghl.contacts.searchContactsAdvanced(wanted));
        for (const { id } of contacts) seen.add(id);
        searchAfter = contacts.at(-1)?.searchAfter;
        for (const { id } of contacts) await ghl.contacts.getContact({ contactId: id });
        rows = contacts.length;
        expect(seen.size).toBeLessThanOrEqual(total);
      }
      const listed: unknown = await ghl.contacts.getContacts({ locationId: place.id, limit: 100 });
      const { contacts } = z.object({ contacts: z.array(z.object({ id: z.string() })) }).parse(listed);
      expect(new Set(contacts.map(({ id }) => id))).toEqual(seen);
    });

    it('adds and takes away tags and followers', async () => {
      const { ghl, contactId, userId } = await open();
      expect(await ghl.contacts.addTags({ contactId }, { tags: ['bride'] })).toMatchObject({
        tags: ['bride'],
        tagsAdded: ['bride'],
      });
      expect(await ghl.contacts.removeTags({ contactId }, { tags: ['bride'] })).toMatchObject({
        tagsRemoved: ['bride'],
      });
      const followers = [userId];
      expect(await ghl.contacts.addFollowersContact({ contactId }, { followers })).toMatchObject({
        followersAdded: followers,
      });
      expect(await ghl.contacts.removeFollowersContact({ contactId }, { followers })).toMatchObject({
        followersRemoved: followers,
      });
    });

    it('keeps notes', async () => {
      const { ghl, contactId, userId } = await open();
      const { note } = noteSchema.parse(
        await ghl.contacts.createNote({ contactId }, { body: '<p>Wants ivory</p>', userId }),
      );
      const { id } = note;
      await ghl.contacts.updateNote({ contactId, id }, { body: 'Wants champagne', userId });
      expect(await ghl.contacts.getNote({ contactId, id })).toMatchObject({
        note: { body: 'Wants champagne' },
      });
      const { notes } = z
        .object({ notes: z.array(z.looseObject({ id: z.string() })) })
        .parse(await ghl.contacts.getAllNotes({ contactId }));
      expect(notes.map((one) => one.id)).toEqual([id]);
      await ghl.contacts.deleteNote({ contactId, id });
      await expect(ghl.contacts.getNote({ contactId, id })).rejects.toMatchObject({ statusCode: 404 });
    });

    it('keeps tasks, of a contact and of the location', async () => {
      const { place, ghl, contactId, userId } = await open();
      const dueDate = new Date(Date.now() + 86_400_000).toISOString();
      const wanted = { title: 'Call about the hem', dueDate, completed: false, assignedTo: userId };
      const { task } = taskSchema.parse(await ghl.contacts.createTask({ contactId }, wanted));
      const taskId = task.id;
      await ghl.contacts.updateTask({ contactId, taskId }, { body: 'After lunch' });
      await ghl.contacts.updateTaskCompleted({ contactId, taskId }, { completed: true });
      expect(await ghl.contacts.getTask({ contactId, taskId })).toMatchObject({
        task: { body: 'After lunch', completed: true },
      });
      const listSchema = z.object({ tasks: z.array(z.looseObject({ id: z.string() })) });
      const own = listSchema.parse(await ghl.contacts.getAllTasks({ contactId }));
      const all = listSchema.parse(
        await ghl.locations.taskSearch({ locationId: place.id }, { contactId: [contactId], completed: true }),
      );
      expect([own, all].map(({ tasks }) => tasks.map(({ id }) => id))).toEqual([[taskId], [taskId]]);
      await ghl.contacts.deleteTask({ contactId, taskId });
      await expect(ghl.contacts.getTask({ contactId, taskId })).rejects.toMatchObject({ statusCode: 404 });
    });
  });
}
