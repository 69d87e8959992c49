import 'server-only';
import { type Answer, bodyOf, type Call, ok, requireOwnLocation } from './call';
import { contactInSearch } from './contact-view';
import { contactName } from './conversation-view';
import { FieldCheck, isRecord, textOf } from './fields';
import type { ContactRecord } from './records';
import { unprocessable } from './refusal';

const maxPageLimit = 500;

/** POST /contacts/search: without pageLimit and locationId it is a 422 (CONTRACT 4). */
export function searchContacts(call: Call): Answer {
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  const locationId = check.requiredText('locationId');
  const pageLimit = check.number('pageLimit');
  const page = check.number('page') ?? 1;
  if (pageLimit === undefined)
    check.messages.push('pageLimit must be a number', 'pageLimit should not be empty');
  if (body.pageLimit !== undefined && (pageLimit ?? 1) < 1)
    check.messages.push('pageLimit must not be less than 1');
  if (check.messages.length > 0) throw unprocessable(check.messages);
  requireOwnLocation(call, locationId);

  const size = Math.min(pageLimit ?? 20, maxPageLimit);
  const words = textOf(body.query)?.trim().toLowerCase() ?? '';
  const filters = Array.isArray(body.filters) ? body.filters : [];
  const found = [...call.location.contacts.values()]
    .filter((contact) => matchesWords(contact, words) && filters.every((filter) => passes(contact, filter)))
    .sort(sortOf(body.sort));

  const after = afterPosition(found, body.searchAfter);
  const start = after ?? (Math.max(1, page) - 1) * size;
  return ok({ contacts: found.slice(start, start + size).map(contactInSearch), total: found.length });
}

export function matchesWords(contact: ContactRecord, words: string): boolean {
  if (words === '') return true;
  const digits = words.replace(/\D/g, '');
  return (
    (contactName(contact) ?? '').toLowerCase().includes(words) ||
    (contact.email ?? '').toLowerCase().includes(words) ||
    (contact.companyName ?? '').toLowerCase().includes(words) ||
    (digits.length >= 3 && (contact.phone ?? '').replace(/\D/g, '').includes(digits))
  );
}

/** `{field, operator, value}`, or a group of such under AND or OR. */
function passes(contact: ContactRecord, filter: unknown): boolean {
  if (!isRecord(filter)) return true;
  if (Array.isArray(filter.filters)) {
    return filter.group === 'OR'
      ? filter.filters.some((inner) => passes(contact, inner))
      : filter.filters.every((inner) => passes(contact, inner));
  }
  const field = textOf(filter.field);
  if (field === undefined) return true;
  const actual = contactInSearch(contact)[field];
  const values = (Array.isArray(filter.value) ? filter.value : [filter.value]).map(lowered);
  const actuals = (Array.isArray(actual) ? actual : [actual]).map(lowered);
  const isPresent = actuals.some((text) => text !== '');
  if (filter.operator === 'exists') return isPresent;
  if (filter.operator === 'not_exists') return !isPresent;
  const isEqual = actuals.some((text) => values.includes(text));
  if (filter.operator === 'not_eq') return !isEqual;
  if (filter.operator === 'eq') return isEqual;
  const contains = actuals.some((text) => values.some((value) => text.includes(value)));
  if (filter.operator === 'not_contains') return !contains;
  if (filter.operator === 'contains') return contains;
  throw unprocessable([`Invalid operator ${String(filter.operator)} for field ${field}`]);
}

function lowered(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).toLowerCase();
}

function sortOf(sort: unknown): (a: ContactRecord, b: ContactRecord) => number {
  const first = Array.isArray(sort) && isRecord(sort[0]) ? sort[0] : {};
  const sign = first.direction === 'asc' ? 1 : -1;
  const byId = (a: ContactRecord, b: ContactRecord): number => (a.id < b.id ? -1 : 1);
  if (first.field === 'firstNameLowerCase' || first.field === 'lastNameLowerCase') {
    const key = first.field === 'firstNameLowerCase' ? 'firstName' : 'lastName';
    return (a, b) => sign * (a[key] ?? '').localeCompare(b[key] ?? '') || byId(a, b);
  }
  const key = first.field === 'dateUpdated' ? 'dateUpdated' : 'dateAdded';
  return (a, b) => sign * (a[key] - b[key]) || byId(a, b);
}

/** `[ms, id]` of the last contact of the page before. */
function afterPosition(found: ContactRecord[], searchAfter: unknown): number | undefined {
  if (!Array.isArray(searchAfter)) return undefined;
  const position = found.findIndex((contact) => contact.id === searchAfter[1]);
  return position < 0 ? undefined : position + 1;
}
