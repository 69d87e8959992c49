import 'server-only';
import type { LocationState } from '@/lib/server/sandbox/location-state';
import { createPrng, makeHex, makeId } from '@/lib/server/sandbox/prng';
import { harborCrm, northloomCrm, type SeedCrm } from './crm-data';
import { staffIds } from './profiles';

/** Settings of a location, and what its team wrote down about the people of the demo. */
export function addCrm(location: LocationState, preset: string): void {
  const seed = preset === 'dental' ? harborCrm : northloomCrm;
  // A generator of its own: the ids of contacts and messages stay what they are when a note is added here.
  const random = createPrng(`crm:${location.id}`);
  const newId = (): string => makeId(random);
  addSettings(location, seed, newId);
  for (const number of seed.numbers) {
    location.crm.phoneNumbers.push({
      phoneNumber: number.number ?? location.profile.phone,
      friendlyName: number.name,
      sid: `PN${makeHex(random, 32)}`,
      type: number.isTollFree ? 'toll-free' : 'local',
      isDefaultNumber: number.number === null,
      canText: !number.isTollFree,
      linkedUser: number.owner ? staffIds[number.owner] : null,
      dateAdded: location.now() - 400 * 86_400_000,
    });
  }
  addPeople(location, seed, newId);
}

function addSettings({ crm, now }: LocationState, seed: SeedCrm, newId: () => string): void {
  for (const tag of seed.tags) crm.tags.set(tag, newId());
  for (const [i, field] of seed.fields.entries()) {
    crm.customFields.push({
      id: newId(),
      name: field.name,
      fieldKey: `contact.${field.key}`,
      dataType: field.type,
      placeholder: '',
      position: i * 50,
      picklistOptions: field.options,
    });
  }
  for (const { name, key, value } of seed.values) {
    crm.customValues.push({ id: newId(), name, fieldKey: `{{ custom_values.${key} }}`, value });
  }
  for (const { agoMs, ...template } of seed.templates) {
    crm.templates.push({ id: newId(), ...template, dateAdded: now() - agoMs });
  }
}

function addPeople(location: LocationState, seed: SeedCrm, newId: () => string): void {
  const { crm, id: locationId } = location;
  const now = location.now();
  const contacts = [...location.contacts.values()];
  for (const person of seed.people) {
    const contact = contacts.find((candidate) => candidate.firstName === person.first);
    if (!contact) continue;
    const contactId = contact.id;
    for (const { who, agoMs, text, title, isPinned } of person.notes ?? []) {
      const pinned = isPinned ?? false;
      const note = { id: newId(), contactId, locationId, userId: staffIds[who], body: text, title, pinned };
      crm.addNote({ ...note, dateAdded: now - agoMs });
    }
    for (const { owner, title, body, inMs, isDone } of person.tasks ?? []) {
      const assignedTo = owner && staffIds[owner];
      const task = {
        id: newId(),
        contactId,
        locationId,
        title,
        body,
        assignedTo,
        completed: isDone ?? false,
      };
      crm.addTask({ ...task, dueDate: now + inMs, dateAdded: now - 86_400_000 });
    }
    for (const [name, value] of Object.entries(person.fields ?? {})) {
      const field = crm.customFields.find((candidate) => candidate.name === name);
      if (field) contact.customFields.push({ id: field.id, value });
    }
    contact.followers.push(...(person.followers ?? []).map((name) => staffIds[name]));
  }
}
