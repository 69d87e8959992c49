import 'server-only';
import type { PreferenceStatus } from '@/lib/shared/contract/preference';
import { isRecord } from './wire';

const yes = new Set(['subscribed', 'optedin', 'optin', 'resubscribed']);
const no = new Set(['unsubscribed', 'optedout', 'optout', 'unsubscribe']);
const statusFields = [
  'status',
  'subtype_status',
  'subtypeStatus',
  'subscriptionStatus',
  'subscription_status',
  'unsubscriptionStatus',
];
const yesFlags = ['subscribed', 'isSubscribed', 'is_subscribed', 'optedIn', 'opted_in'];
const noFlags = [
  'unsubscribed',
  'isUnsubscribed',
  'is_unsubscribed',
  'optedOut',
  'opted_out',
  'optOut',
  'opt_out',
];

/**
 * A word of GHL as a status. Only the words that say it are taken: "active" is blocked for "do not disturb" and alive for a
 * type (CONTRACT 4), and `true` under "unsubscription status" may mean either, so both stay unknown.
 */
export function statusOfWord(word: unknown): PreferenceStatus {
  const letters = typeof word === 'string' ? word.toLowerCase().replace(/[^a-z]/g, '') : '';
  if (yes.has(letters)) return 'subscribed';
  return no.has(letters) ? 'unsubscribed' : 'unknown';
}

/** What an entry says of itself; null when it says nothing at all. Two answers that differ are none. */
export function statusOfEntry(entry: Record<string, unknown>): PreferenceStatus | null {
  const said = [
    ...statusFields.filter((field) => isSaid(entry[field])).map((field) => statusOfWord(entry[field])),
    ...yesFlags
      .filter((field) => isSaid(entry[field]))
      .map((field) => statusOfFlag(entry[field], 'subscribed')),
    ...noFlags
      .filter((field) => isSaid(entry[field]))
      .map((field) => statusOfFlag(entry[field], 'unsubscribed')),
  ];
  return said.length === 0 ? null : agreed(said);
}

/** Whether an entry says its status under this key, which is then no name of a type. */
export function isStatusKey(key: string): boolean {
  return [...statusFields, ...yesFlags, ...noFlags].includes(key);
}

/** One status of several: what one of them does not know, another may. */
export function agreed(statuses: readonly PreferenceStatus[]): PreferenceStatus {
  const [first = 'unknown', ...others] = new Set(statuses.filter((status) => status !== 'unknown'));
  return others.length > 0 ? 'unknown' : first;
}

/** The status that everything under this key has: `{unsubscribed: [...]}`. */
export function statusOfGroup(key: string): PreferenceStatus | null {
  const letters = key.toLowerCase().replace(/[^a-z]/g, '');
  if (/^(unsubscribed|optedout)(from|subtypes|types)?$/.test(letters)) return 'unsubscribed';
  return /^(subscribed|optedin)(to|subtypes|types)?$/.test(letters) ? 'subscribed' : null;
}

/** GHL's documents name one default type; its help writes it "One-on-One". */
export function isOneOnOne(word: unknown): boolean {
  const letters = typeof word === 'string' ? word.toLowerCase().replace(/[^a-z0-9]/g, '') : '';
  return letters === 'oneonone' || letters === '1on1';
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !Array.isArray(value) && !isRecord(value);
}

function statusOfFlag(flag: unknown, meaning: 'subscribed' | 'unsubscribed'): PreferenceStatus {
  if (flag === true || flag === 'true') return meaning;
  if (flag !== false && flag !== 'false') return 'unknown';
  return meaning === 'subscribed' ? 'unsubscribed' : 'subscribed';
}
