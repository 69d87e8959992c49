import 'server-only';
import { FieldCheck, isRecord, textOf } from './fields';
import type { ContactRecord, DndSetting } from './records';

const textFields = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'companyName',
  'address1',
  'city',
  'state',
  'postalCode',
  'website',
  'timezone',
  'country',
  'source',
  'dateOfBirth',
  'assignedTo',
] as const;

/** Writes the fields a body carries into a contact, null clearing one; gives back what a 422 would say. */
export function writeContactFields(contact: ContactRecord, body: Record<string, unknown>): string[] {
  const check = new FieldCheck(body);
  const name = check.text('name');
  if (name !== undefined) splitName(contact, name);
  for (const field of textFields) {
    const value = check.text(field);
    if (value !== undefined) contact[field] = value === '' ? undefined : value;
    else if (body[field] === null) contact[field] = undefined;
  }
  if (contact.phone) contact.phone = contact.phone.replace(/[^\d+]/g, '');
  if (contact.email && !/^\S+@\S+\.\S+$/.test(contact.email)) check.messages.push('email must be an email');
  const dnd = check.boolean('dnd');
  if (dnd !== undefined) contact.dnd = dnd;
  const tags = check.texts('tags');
  // GHL keeps tags in lower case and each once.
  if (tags) contact.tags = [...new Set(tags.map((tag) => tag.trim().toLowerCase()))];
  if (body.dndSettings !== undefined) contact.dndSettings = readDnd(body.dndSettings, 'dndSettings', check);
  if (body.inboundDndSettings !== undefined) {
    contact.inboundDndSettings = readDnd(body.inboundDndSettings, 'inboundDndSettings', check);
  }
  if (Array.isArray(body.customFields)) contact.customFields = readCustomFields(body.customFields);
  return check.messages;
}

function splitName(contact: ContactRecord, name: string): void {
  const [first, ...rest] = name.trim().split(/\s+/);
  contact.firstName = first || undefined;
  contact.lastName = rest.length > 0 ? rest.join(' ') : undefined;
}

function readDnd(value: unknown, field: string, check: FieldCheck): Record<string, DndSetting> | undefined {
  if (!isRecord(value)) {
    check.messages.push(`${field} must be an object`);
    return undefined;
  }
  const settings: Record<string, DndSetting> = {};
  for (const [channel, setting] of Object.entries(value)) {
    const status = isRecord(setting) ? textOf(setting.status) : undefined;
    if (!isRecord(setting) || !status || !['active', 'inactive', 'permanent'].includes(status)) {
      check.messages.push(`${field}.${channel}.status must be one of: active, inactive, permanent`);
      continue;
    }
    settings[channel] = { status, message: textOf(setting.message), code: textOf(setting.code) };
  }
  return settings;
}

function readCustomFields(items: unknown[]): { id: string; value: unknown }[] {
  return items.flatMap((item) => {
    const id = isRecord(item) ? textOf(item.id) : undefined;
    return isRecord(item) && id ? [{ id, value: item.value ?? item.field_value }] : [];
  });
}
