import 'server-only';
import type { PreferenceStatus } from '@/lib/shared/contract/preference';
import type { Subtype } from '@/lib/shared/contract/subtype';
import {
  agreed,
  isOneOnOne,
  isStatusKey,
  statusOfEntry,
  statusOfGroup,
  statusOfWord,
} from './preference-words';
import { isRecord, wireId, wireText } from './wire';

/** `subtypeId` null is the default type. */
type TypeRef = { subtypeId: string | null; name: string | null };
type Context = { email: string | null; type: TypeRef | null; group: PreferenceStatus | null };
type Entry = { email: string | null; type: TypeRef | null; status: PreferenceStatus };

export type ReadStatuses = {
  /** What was said of a type by an address; `unknown` for what was not said, or not so that it can be understood. */
  of(email: string, subtypeId: string | null): PreferenceStatus;
  /** One status for a whole address. */
  overall(email: string): PreferenceStatus | null;
  /** Types that the answer names and the list of types does not. */
  unlisted(email: string): { subtypeId: string; name: string | null }[];
  unreadable: number;
};

const maxDepth = 8;
/** What holds the type of an entry and nothing of the contact. */
const typeKeys = ['subtype', 'customSubtype', 'custom_subtype', 'subscriptionType', 'subscription_type'];
const idKeys = ['subtypeId', 'subtype_id', 'customSubtypeId', 'custom_subtype_id'];
const nameKeys = ['subtypeName', 'subtype_name', 'name', 'title', 'label'];
const emailKeys = ['email', 'emailAddress', 'email_address', 'address'];

/**
 * Statuses out of an answer whose form nobody has recorded (CONTRACT 1.9): flat lists, lists in addresses, maps by
 * address and type, lists of the unsubscribed. Whatever does not clearly say "subscribed" never becomes it.
 */
export function readStatuses(
  answer: unknown,
  known: { emails: readonly string[]; subtypes: readonly Subtype[] },
): ReadStatuses {
  const sink: Sink = { found: [], unplaced: 0, subtypes: known.subtypes };
  collect(answer, { email: null, type: null, group: null }, maxDepth, sink);
  const only = known.emails.length === 1 ? known.emails[0] : undefined;
  const entries = sink.found.map((entry) => ({
    ...entry,
    email: (entry.email ?? only)?.toLowerCase() ?? null,
  }));
  const by = (email: string) => entries.filter((entry) => entry.email === email.toLowerCase());
  const statusOf = (list: Entry[]) => agreed(list.map(({ status }) => status));
  return {
    of: (email, subtypeId) => statusOf(by(email).filter(({ type }) => type?.subtypeId === subtypeId)),
    overall: (email) => {
      const whole = by(email).filter(({ type }) => type === null);
      return whole.length === 0 ? null : statusOf(whole);
    },
    unlisted: (email) => {
      const listed = new Set(known.subtypes.map(({ id }) => id));
      const unlisted = new Map<string, string | null>();
      for (const { type } of by(email)) {
        if (type?.subtypeId && !listed.has(type.subtypeId)) unlisted.set(type.subtypeId, type.name);
      }
      return [...unlisted].map(([subtypeId, name]) => ({ subtypeId, name }));
    },
    unreadable: sink.unplaced + entries.filter(({ email }) => email === null).length,
  };
}

/** `unplaced`: entries about a type that cannot be told. They give no status of anything. */
type Sink = { found: Entry[]; unplaced: number; subtypes: readonly Subtype[] };

function collect(value: unknown, context: Context, depth: number, sink: Sink): void {
  if (depth === 0) return;
  if (Array.isArray(value)) {
    for (const item of value) {
      const type = context.group && typeof item === 'string' ? typeOfWord(item, sink.subtypes) : null;
      if (type && context.group) sink.found.push({ email: context.email, type, status: context.group });
      else collect(item, context, depth - 1, sink);
    }
    return;
  }
  if (!isRecord(value)) return;
  const ownType = typeOfEntry(value, sink.subtypes);
  const own: Context = {
    ...context,
    email: emailOf(value) ?? context.email,
    type: ownType ?? context.type,
  };
  const status = statusOfEntry(value) ?? (ownType ? context.group : null);
  if (status && (own.type || (own.email && !namesAType(value)))) {
    sink.found.push({ email: own.email, type: own.type, status });
  } else if (status && namesAType(value)) {
    sink.unplaced += 1;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (!typeKeys.includes(key)) collectUnder(key, inner, own, depth, sink);
  }
}

/** Keys that are data themselves: an address, a type, or the status of all that stands under them. */
function collectUnder(key: string, inner: unknown, own: Context, depth: number, sink: Sink): void {
  const type = isStatusKey(key) ? null : typeOfWord(key, sink.subtypes);
  const email = isAddress(key) ? key : null;
  const next: Context = {
    email: email ?? own.email,
    type: type ?? own.type,
    group: statusOfGroup(key) ?? own.group,
  };
  if (typeof inner === 'object') collect(inner, next, depth - 1, sink);
  else if (type || email)
    sink.found.push({ email: next.email, type: next.type, status: statusOfWord(inner) });
}

function typeOfEntry(entry: Record<string, unknown>, subtypes: readonly Subtype[]): TypeRef | null {
  const inner = typeKeys.map((key) => entry[key]).find(isRecord);
  if (inner) return typeOfEntry({ ...inner, subtypeId: inner.subtypeId ?? inner.id ?? inner._id }, subtypes);
  const words = [...nameKeys, ...typeKeys].map((key) => wireText.parse(entry[key])).filter((word) => word);
  const name = words[0] ?? null;
  const id = idKeys.map((key) => wireId.parse(entry[key])).find((value) => value !== null);
  if (id) return isOneOnOne(id) ? { subtypeId: null, name: null } : { subtypeId: id, name };
  for (const word of [entry.id, entry._id, ...words]) {
    const type = typeOfWord(word, subtypes);
    if (type) return type;
  }
  const isDefault = wireText.parse(entry.type)?.toLowerCase() === 'default' && words.length === 0;
  return isDefault ? { subtypeId: null, name: null } : null;
}

/** The type that a word means: the id or the name of a known one, or the default type's name. */
function typeOfWord(word: unknown, subtypes: readonly Subtype[]): TypeRef | null {
  if (typeof word !== 'string' || word.trim() === '') return null;
  if (isOneOnOne(word)) return { subtypeId: null, name: null };
  const byId = subtypes.find(({ id }) => id === word);
  const name = word.trim().toLowerCase();
  // A name may stand for an email type and for an SMS type; only an email type has a status.
  const named = subtypes.filter(
    (subtype) => subtype.channel !== 'sms' && subtype.name.toLowerCase() === name,
  );
  const subtype = byId ?? (named.length === 1 ? named[0] : undefined);
  return subtype ? { subtypeId: subtype.id, name: subtype.name } : null;
}

function namesAType(entry: Record<string, unknown>): boolean {
  return [...typeKeys, ...idKeys, ...nameKeys, 'type'].some((key) => key in entry);
}

function emailOf(entry: Record<string, unknown>): string | null {
  return emailKeys.map((key) => entry[key]).find(isAddress) ?? null;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value);
}
