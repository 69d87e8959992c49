import 'server-only';
import type { LocationState } from '@/lib/server/sandbox/location-state';
import { oneOnOne, type SubscriptionStatus, type SubtypeRecord } from '@/lib/server/sandbox/preference-state';
import { d } from './seed-thread';

type SeedSubtype = Pick<SubtypeRecord, 'name' | 'channel' | 'language'> & {
  description?: string;
  isArchived?: boolean;
  agoMs: number;
};
type SeedChoices = {
  /** Of the contact. */
  email: string;
  /** A second address of the same person. */
  otherEmail?: string;
  no: string[];
  /** What the second address does not want. */
  otherNo?: string[];
  /** Asked for again after a no. */
  again?: string[];
};
type SeedPreferences = { subtypes: readonly SeedSubtype[]; choices: readonly SeedChoices[] };

const newsletter = 'Monthly newsletter';
const sale = 'Sample sale invitations';
const fair = 'Bridal fair 2025';

const northloom: SeedPreferences = {
  subtypes: [
    {
      name: newsletter,
      description: 'New gowns, styling notes and the dates of trunk shows',
      channel: 'email',
      language: 'en',
      agoMs: d(410),
    },
    {
      name: sale,
      description: 'Twice a year, a week before the doors open',
      channel: 'email',
      language: 'en',
      agoMs: d(400),
    },
    { name: 'Noticias del taller', channel: 'email', language: 'es', agoMs: d(120) },
    {
      name: 'Fitting reminders',
      description: 'The day before, with the address',
      channel: 'sms',
      language: 'en',
      agoMs: d(90),
    },
    {
      name: fair,
      description: 'Invitations to our stand in hall 4',
      channel: 'email',
      language: 'en',
      isArchived: true,
      agoMs: d(380),
    },
  ],
  choices: [
    { email: 'amara@okafor.example', no: [sale] },
    {
      email: 'lucia.fernandez@correo.example',
      otherEmail: 'lucia@estudio-luz.example',
      no: [],
      otherNo: [newsletter, sale],
      again: [newsletter],
    },
    { email: 'camille@laurent.example', no: [fair] },
    { email: 'marcus@tan.example', no: [oneOnOne, newsletter, sale, 'Noticias del taller'] },
  ],
};

const harbor: SeedPreferences = {
  subtypes: [
    {
      name: 'Recall reminders',
      description: 'When the next cleaning is due',
      channel: 'email',
      language: 'en',
      agoMs: d(500),
    },
    { name: 'Practice news', channel: 'email', language: 'en', agoMs: d(300) },
    { name: 'Appointment texts', channel: 'sms', language: 'en', agoMs: d(300) },
    {
      name: 'Whitening week',
      description: 'The offer of last spring',
      channel: 'email',
      language: 'en',
      isArchived: true,
      agoMs: d(220),
    },
  ],
  choices: [{ email: 'evelyn@thatcher.example', no: ['Practice news'] }],
};

export function seedPreferences(location: LocationState, preset: string, now: number): void {
  if (preset !== 'demo' && preset !== 'dental') return;
  const { subtypes, choices } = preset === 'demo' ? northloom : harbor;
  const idOf = new Map([[oneOnOne, oneOnOne]]);
  for (const { agoMs, isArchived = false, ...rest } of subtypes) {
    const id = location.newId();
    const dateAdded = now - agoMs;
    idOf.set(rest.name, id);
    location.preferences.subtypes.set(id, {
      ...rest,
      id,
      archived: isArchived,
      dateAdded,
      dateUpdated: dateAdded,
    });
  }
  for (const { email, otherEmail, no, otherNo = [], again = [] } of choices) {
    const contact = [...location.contacts.values()].find((known) => known.email === email);
    if (!contact) continue;
    if (otherEmail) contact.additionalEmails.push(otherEmail);
    const say = (address: string, names: string[], status: SubscriptionStatus, agoMs: number) => {
      for (const name of names) {
        const type = idOf.get(name) ?? name;
        location.preferences.choose({
          contactId: contact.id,
          email: address,
          type,
          status,
          at: now - agoMs,
        });
      }
    };
    say(email, no, 'unsubscribed', d(40));
    say(otherEmail ?? email, otherNo, 'unsubscribed', d(35));
    say(otherEmail ?? email, again, 'subscribed', d(12));
  }
}
