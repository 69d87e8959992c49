import 'server-only';
import { describe, expect, it } from 'vitest';
import {
  addFollowers,
  addTags,
  createContact,
  deleteContact,
  findDuplicateContact,
  removeFollowers,
  removeTags,
  updateContact,
  upsertContact,
} from '@/lib/server/ghl/contact-changes';
import { setBlockedChannels } from '@/lib/server/ghl/contact-dnd';
import { assignContact, getContact, searchContacts } from '@/lib/server/ghl/contacts';
import {
  listCustomFields,
  listCustomValues,
  listPhoneNumbers,
  listTags,
} from '@/lib/server/ghl/location-lists';
import { getLocation } from '@/lib/server/ghl/locations';
import { uploadMedia } from '@/lib/server/ghl/media';
import { createNote, deleteNote, listNotes, updateNote } from '@/lib/server/ghl/notes';
import { completeTask, createTask, deleteTask, listTasks, updateTask } from '@/lib/server/ghl/tasks';
import { listTemplates } from '@/lib/server/ghl/templates';
import { getUser, listUsers } from '@/lib/server/ghl/users';
import type { Stage } from './stage';

const email = 'ines.moreau@mail.example';

/** Every function of our client that speaks to the neighbours of the conversations service. */
export function clientNeighbours(stage: Stage): void {
  async function open() {
    const ghl = stage.client(await stage.location());
    const contact = await createContact(ghl, { firstName: 'Ines', lastName: 'Moreau', email, tags: ['new'] });
    const [user] = await listUsers(ghl);
    return { ghl, contactId: contact.id, userId: user?.id ?? '' };
  }

  describe('our client, the neighbours', () => {
    it('finds, changes and deletes a contact', async () => {
      const { ghl, contactId, userId } = await open();
      expect((await upsertContact(ghl, { firstName: 'Ines', email })).isNew).toBe(false);
      expect((await findDuplicateContact(ghl, { email }))?.id).toBe(contactId);
      expect(await findDuplicateContact(ghl, { phone: '+15035550999' })).toBeNull();
      expect((await searchContacts(ghl, 'Moreau')).map(({ id }) => id)).toContain(contactId);
      await updateContact(ghl, contactId, { city: 'Portland', phone: '+15035550777', website: null });
      await setBlockedChannels(ghl, contactId, { SMS: true });
      await setBlockedChannels(ghl, contactId, { SMS: false });
      await assignContact(ghl, contactId, userId);
      await assignContact(ghl, contactId, null);
      await addTags(ghl, contactId, ['bride']);
      await removeTags(ghl, contactId, ['bride']);
      await addFollowers(ghl, contactId, [userId]);
      await removeFollowers(ghl, contactId, [userId]);
      await deleteContact(ghl, contactId);
      await expect(getContact(ghl, contactId)).rejects.toMatchObject({ status: 400 });
    });

    it('keeps notes and tasks', async () => {
      const { ghl, contactId, userId } = await open();
      const note = await createNote(ghl, contactId, { text: 'Wants ivory', userId });
      await updateNote(ghl, { contactId, noteId: note.id }, { text: 'Wants champagne' });
      expect(await listNotes(ghl, contactId)).toHaveLength(1);
      await deleteNote(ghl, { contactId, noteId: note.id });
      const wanted = {
        title: 'Call about the hem',
        body: 'After lunch',
        dueAt: Date.now(),
        assignedTo: userId,
      };
      const task = await createTask(ghl, contactId, wanted);
      const place = { contactId, taskId: task.id };
      await updateTask(ghl, place, { title: 'Call about the veil' });
      await completeTask(ghl, place, true);
      expect(await listTasks(ghl, contactId)).toMatchObject([{ isCompleted: true }]);
      await deleteTask(ghl, place);
    });

    it('reads the location, its people and what it lends to messages', async () => {
      const { ghl, userId } = await open();
      expect(await getLocation(ghl)).toMatchObject({ id: ghl.locationId });
      expect(await getUser(ghl, userId)).toMatchObject({ id: userId });
      for (const read of [listTags, listCustomFields, listCustomValues, listPhoneNumbers]) {
        expect(await read(ghl), read.name).not.toHaveLength(0);
      }
      for (const type of [undefined, 'sms', 'email', 'whatsapp'] as const) {
        expect((await listTemplates(ghl, { type })).templates, type).toBeDefined();
      }
      const content = Buffer.from('Sample gowns');
      expect((await uploadMedia(ghl, { name: 'gowns.txt', content })).url).toMatch(/^http/);
    });
  });
}
