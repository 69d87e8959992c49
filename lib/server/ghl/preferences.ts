import 'server-only';
import { z } from 'zod';
import type { Contact } from '@/lib/shared/contract/contact';
import type {
  PreferenceAddress,
  PreferenceChange,
  Preferences,
  PreferenceType,
} from '@/lib/shared/contract/preference';
import type { Subtype, Unavailable } from '@/lib/shared/contract/subtype';
import type { GhlClient, ReadOptions } from './client';
import { getContact } from './contacts';
import { checkedId } from './operations';
import { unlessUnavailable } from './preference-availability';
import { type ReadStatuses, readStatuses } from './preference-wire';
import { listSubtypes } from './subtypes';

const keptMs = 10_000;
/** GHL's name of the one type that has no id (DOC). */
const oneOnOne = 'One on One';

/** What each address of a contact has said about each type. A status is shown only where GHL gives one (CONTRACT 1.9). */
export async function getPreferences(
  ghl: GhlClient,
  contactId: string,
  options: ReadOptions = {},
): Promise<Preferences> {
  const operation = 'get-contact-unsubscription-status';
  const id = checkedId(operation, 'contactId', contactId);
  const read = unlessUnavailable('read', async () => ({
    state: 'ready' as const,
    // Also a list is an answer, so it stands under a key of ours.
    answer: await ghl.reads.read(
      `preferences:${id}`,
      keptMs,
      (shared) =>
        ghl.call(operation, {
          query: { locationId: ghl.locationId, contactId: id },
          schema: z.unknown(),
          ...shared,
        }),
      options,
    ),
  }));
  const [contact, list, statuses] = await Promise.all([
    getContact(ghl, id, options),
    listSubtypes(ghl, options),
    read,
  ]);
  if (statuses.state !== 'ready') return statuses;
  // Without the list the answer's own names are what is left; with the feature off there is nothing to show.
  if (list.state === 'off') return list;
  const subtypes = list.state === 'ready' ? list.subtypes : [];
  const emails = emailsOf(contact);
  const said = readStatuses(statuses.answer, { emails, subtypes });
  return {
    state: 'ready',
    addresses: emails.map((email) => addressWith(email, subtypes, said)),
    smsTypes: subtypes.filter(({ channel, isArchived }) => channel === 'sms' && !isArchived).map(nameOf),
    unreadable: said.unreadable,
  };
}

/** Every address that GHL may know a status of, the main one first. */
export function emailsOf({ email, additionalEmails }: Pick<Contact, 'email' | 'additionalEmails'>): string[] {
  return [email, ...additionalEmails].filter((address) => address !== null);
}

type Written = { state: 'ready' } | Unavailable;

/** GHL makes the legal form of a resubscription by itself, and does not take it without the reason (DOC). */
export async function changePreference(
  ghl: GhlClient,
  contactId: string,
  change: PreferenceChange,
): Promise<Written> {
  const operation = 'user-subscription-change';
  const id = checkedId(operation, 'contactId', contactId);
  try {
    return await unlessUnavailable('write', async () => {
      await ghl.call(operation, {
        body: {
          locationId: ghl.locationId,
          contactId: id,
          email: change.email,
          subscription_action: actionOf(change),
          ...legalFieldsOf(change),
        },
        schema: z.unknown(),
      });
      return { state: 'ready' as const };
    });
  } finally {
    // Also after a failure: a write that broke may have been made.
    ghl.reads.drop([`preferences:${id}`]);
  }
}

function actionOf({ change, target }: PreferenceChange) {
  const status = change === 'unsubscribe' ? 'unsubscribed' : 'subscribed';
  switch (target.kind) {
    case 'default':
      return { type: 'default', subtype_name: oneOnOne, subtype_status: status };
    case 'custom':
      return { type: 'custom', subtype_id: target.subtypeId, subtype_status: status };
    case 'all':
      return { type: 'resub_all', subtype_status: status };
  }
}

function legalFieldsOf(change: PreferenceChange) {
  if (change.change === 'unsubscribe') return {};
  const { legalReason, legalDescription } = change;
  return {
    legal_reason: legalReason,
    ...(legalDescription === '' ? {} : { legal_description: legalDescription }),
  };
}

function addressWith(email: string, subtypes: readonly Subtype[], said: ReadStatuses): PreferenceAddress {
  const listed = subtypes
    .filter(({ channel }) => channel !== 'sms')
    .map(({ id, name, isArchived }) => typeWith(id, name, isArchived));
  const unlisted = said
    .unlisted(email)
    .map(({ subtypeId, name }) => typeWith(subtypeId, name ?? subtypeId, false));
  return {
    email,
    overall: said.overall(email),
    types: [
      typeWith(null, oneOnOne, false),
      // Nobody is sent an archived type: it is shown only where something was said about it.
      ...listed.filter(({ isArchived, status }) => !isArchived || status !== 'unknown'),
      ...unlisted,
    ],
  };

  function typeWith(subtypeId: string | null, name: string, isArchived: boolean): PreferenceType {
    return { subtypeId, name, isArchived, status: said.of(email, subtypeId) };
  }
}

const nameOf = ({ name }: Subtype) => name;
