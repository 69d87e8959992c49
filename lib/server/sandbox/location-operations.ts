import 'server-only';
import { type Answer, bodyOf, type Call, ok, param, requireOwnLocation } from './call';
import type { PhoneNumber, Template } from './crm-state';
import { FieldCheck } from './fields';
import type { LocationState } from './location-state';
import { unprocessable } from './refusal';

const templateTypes = ['sms', 'email', 'whatsapp'];
const maxNumbersAPage = 1000;

/** The tags of its settings and every tag a contact has: GHL makes the one from the other (GUESS). */
export function listTags(call: Call): Answer {
  const location = ownLocation(call);
  for (const contact of location.contacts.values()) {
    for (const tag of contact.tags) tagId(location, tag);
  }
  const tags = [...location.crm.tags].map(([name, id]) => tagView(location, name, id));
  return ok({ tags: tags.sort((a, b) => String(a.name).localeCompare(String(b.name))) });
}

export function postTag(call: Call): Answer {
  const location = ownLocation(call);
  const check = new FieldCheck(bodyOf(call));
  const name = check.requiredText('name').trim().toLowerCase();
  if (check.messages.length > 0) throw unprocessable([...new Set(check.messages)]);
  return ok({ tag: tagView(location, name, tagId(location, name)) });
}

export function listCustomFields(call: Call): Answer {
  const location = ownLocation(call);
  const model = call.query.get('model') ?? 'contact';
  // Every field of the sandbox belongs to contacts.
  const fields = model === 'opportunity' ? [] : location.crm.customFields;
  return ok({
    customFields: fields.map((field) => ({ ...field, model: 'contact', locationId: location.id })),
  });
}

export function listCustomValues(call: Call): Answer {
  const location = ownLocation(call);
  return ok({
    customValues: location.crm.customValues.map((value) => ({ ...value, locationId: location.id })),
  });
}

/** Bodies keep their merge tags: whoever sends must render them (CONTRACT 4). */
export function listTemplates(call: Call): Answer {
  const location = ownLocation(call);
  const { query } = call;
  const type = query.get('type');
  const messages: string[] = [];
  if (!query.get('originId')) messages.push('originId should not be empty', 'originId must be a string');
  if (type !== null && !templateTypes.includes(type)) {
    messages.push(`type must be one of the following values: ${templateTypes.join(', ')}`);
  }
  const skip = wholeNumber(query.get('skip'), 0);
  const limit = wholeNumber(query.get('limit'), 25);
  if (skip === undefined) messages.push('skip must be a number string');
  if (limit === undefined || limit < 1) messages.push('limit must be a number string');
  if (messages.length > 0) throw unprocessable(messages);

  const isDeleted = query.get('deleted') === 'true';
  const found = isDeleted
    ? []
    : location.crm.templates.filter((template) => type === null || template.type === type);
  const start = skip ?? 0;
  return ok({
    templates: found.slice(start, start + (limit ?? 25)).map((template) => templateView(location, template)),
    totalCount: found.length,
  });
}

export function listPhoneNumbers(call: Call): Answer {
  const location = ownLocation(call);
  const { query } = call;
  const pageSize = wholeNumber(query.get('pageSize'), maxNumbersAPage);
  const page = wholeNumber(query.get('page'), 0);
  if (pageSize === undefined || pageSize < 1 || pageSize > maxNumbersAPage || page === undefined) {
    throw unprocessable([`pageSize must not be greater than ${maxNumbersAPage}`, 'page must be a number']);
  }
  const pattern = query.get('searchFilter') ?? '';
  const found = location.crm.phoneNumbers.filter((number) => number.phoneNumber.includes(pattern));
  return ok({
    numbers: found.slice(page * pageSize, (page + 1) * pageSize).map(numberView),
    isUnderGhl: true,
    pageSize,
    page,
    accountStatus: 'active',
  });
}

function ownLocation(call: Call): LocationState {
  requireOwnLocation(call, param(call, 'locationId'));
  return call.location;
}

function tagId(location: LocationState, name: string): string {
  const id = location.crm.tags.get(name) ?? location.newId();
  location.crm.tags.set(name, id);
  return id;
}

function tagView(location: LocationState, name: string, id: string): Record<string, unknown> {
  return { id, name, locationId: location.id };
}

/** Query numbers are strings here; undefined for one that is no whole number. */
function wholeNumber(text: string | null, fallback: number): number | undefined {
  if (text === null || text === '') return fallback;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function templateView(location: LocationState, template: Template): Record<string, unknown> {
  const isEmail = template.type === 'email';
  return {
    id: template.id,
    name: template.name,
    type: template.type,
    template: isEmail
      ? { subject: template.subject ?? '', html: template.body, attachments: [] }
      : { body: template.body, attachments: [] },
    urlAttachments: isEmail ? undefined : [],
    dateAdded: new Date(template.dateAdded).toISOString(),
    locationId: location.id,
  };
}

function numberView(number: PhoneNumber): Record<string, unknown> {
  const { canText, dateAdded, ...shown } = number;
  return {
    ...shown,
    countryCode: 'US',
    capabilities: { voice: true, sms: canText, mms: canText, fax: false },
    linkedRingAllUsers: [],
    inboundCallService: null,
    forwardingNumber: null,
    isGroupConversationEnabled: canText,
    dateAdded: new Date(dateAdded).toISOString(),
    dateUpdated: new Date(dateAdded).toISOString(),
    origin: 'twilio',
  };
}
