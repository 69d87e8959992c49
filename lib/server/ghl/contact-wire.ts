import 'server-only';
import { z } from 'zod';
import type { Contact } from '@/lib/shared/contract/contact';
import { isRecord, wireAny, wireFlag, wireId, wireList, wireText, wireTexts, wireTime } from './wire';

const contactWireSchema = z.object({
  id: wireId,
  contactName: wireText,
  name: wireText,
  firstName: wireText,
  lastName: wireText,
  email: wireText,
  additionalEmails: wireList,
  phone: wireText,
  additionalPhones: wireList,
  companyName: wireText,
  source: wireText,
  city: wireText,
  timezone: wireText,
  assignedTo: wireId,
  tags: wireTexts,
  dateAdded: wireTime,
  dnd: wireFlag,
  dndSettings: wireAny,
});

/** Null when it has no id. */
export function readContact(value: unknown): Contact | null {
  const { data } = contactWireSchema.safeParse(value);
  if (!data?.id) return null;
  return {
    id: data.id,
    // The answer by id has the parts only (CONTRACT 4).
    name: data.contactName ?? data.name ?? joined(data.firstName, data.lastName),
    email: data.email,
    additionalEmails: otherAddresses(data.email, data.additionalEmails),
    phone: data.phone,
    additionalPhones: otherNumbers(data.phone, data.additionalPhones),
    companyName: data.companyName,
    source: data.source,
    city: data.city,
    timezone: data.timezone,
    assignedTo: data.assignedTo,
    tags: data.tags,
    createdAt: data.dateAdded,
    blocked: blockedChannels(data.dndSettings, data.dnd),
  };
}

/** The id of a contact's live chat, which typing is told by; null when the contact never chatted (CONTRACT 1.6). */
export function visitorId(value: unknown): string | null {
  return z.object({ visitorId: wireId }).safeParse(value).data?.visitorId ?? null;
}

const mergeWireSchema = z.object({ firstName: wireText, lastName: wireText, customFields: wireList });
const fieldWireSchema = z.object({ id: wireId, value: wireTexts, field_value: wireTexts });

/** The parts of the name, and the values of custom fields by the id of the field. */
export function mergeParts(value: unknown): {
  firstName: string | null;
  lastName: string | null;
  customFields: { id: string; value: string }[];
} {
  const { data } = mergeWireSchema.safeParse(value);
  const customFields = (data?.customFields ?? []).flatMap((field) => {
    const { data: known } = fieldWireSchema.safeParse(field);
    const text = known?.value.join(', ') || known?.field_value.join(', ');
    return known?.id && text ? [{ id: known.id, value: text }] : [];
  });
  return { firstName: data?.firstName ?? null, lastName: data?.lastName ?? null, customFields };
}

/** The list holds `{email}`, or bare texts; the main address may be repeated in it. */
function otherAddresses(email: string | null, list: readonly unknown[]): string[] {
  const seen = new Set([email?.toLowerCase()]);
  return list.flatMap((item) => {
    const address = wireText.parse(isRecord(item) ? item.email : item)?.trim();
    if (!address?.includes('@') || seen.has(address.toLowerCase())) return [];
    seen.add(address.toLowerCase());
    return [address];
  });
}

/** The list holds `{phone}`, or bare texts; the main number may be repeated in it. */
function otherNumbers(phone: string | null, list: readonly unknown[]): string[] {
  const seen = new Set([digitsOf(phone ?? '')]);
  return list.flatMap((item) => {
    const number = wireText.parse(isRecord(item) ? (item.phone ?? item.phoneNumber) : item)?.trim() ?? '';
    const digits = digitsOf(number);
    if (digits.length < 3 || seen.has(digits)) return [];
    seen.add(digits);
    return [number];
  });
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** The name of a person from its parts; null when there is neither. */
export function joined(firstName: string | null, lastName: string | null): string | null {
  return [firstName, lastName].filter(Boolean).join(' ').trim() || null;
}

/** GHL's channels of "do not disturb": `dnd` alone blocks all of them (CONTRACT 4). */
export const dndChannels = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB', 'RCS'] as const;
export type DndChannel = (typeof dndChannels)[number];

/** `active` means blocked and `permanent` that the contact opted out, which nobody here can undo. */
function blockedChannels(settings: unknown, isAllBlocked: boolean): Contact['blocked'] {
  const named = Object.entries(isRecord(settings) ? settings : {}).flatMap(([channel, setting]) => {
    const status = isRecord(setting) ? wireText.parse(setting.status)?.toLowerCase() : null;
    return status === 'active' || status === 'permanent'
      ? [{ channel, isPermanent: status === 'permanent' }]
      : [];
  });
  if (named.length > 0 || !isAllBlocked) return named;
  return dndChannels.map((channel) => ({ channel, isPermanent: false }));
}
