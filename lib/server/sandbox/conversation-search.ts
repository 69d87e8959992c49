import 'server-only';
import { type Answer, type Call, ok, pageLimit, requireOwnLocation } from './call';
import { contactName, conversationRow } from './conversation-view';
import { unprocessable } from './refusal';
import type { SearchEntry } from './search-index';

const statuses = ['all', 'read', 'unread', 'starred', 'recents'];
const sortFields = ['last_manual_message_date', 'last_message_date', 'score_profile', 'overdue_at', 'due_at'];

type Test = (entry: SearchEntry) => boolean;

/**
 * GET /conversations/search (CONTRACT 1.3). The cursor is one exclusive value, so rows that tie with the last row of
 * a page are lost to the next page, as they are in GHL. `startAfterId` is ignored, as it is there.
 */
export function searchConversations(call: Call): Answer {
  const { query, location } = call;
  requireOwnLocation(call, query.get('locationId'));
  const limit = pageLimit(query, 20, 100);
  const isAscending = readOneOf(query, 'sort', ['asc', 'desc']) === 'asc';
  const sortBy = readOneOf(query, 'sortBy', sortFields) ?? 'last_message_date';
  const cursor = readCursor(query);
  const tests = testsOf(query);

  const found = location.search.newestFirst().filter((entry) => tests.every((test) => test(entry)));
  const ordered = sortBy === 'last_message_date' ? found : sortedBy(found, sortBy);
  const inOrder = isAscending ? [...ordered].reverse() : ordered;

  const page: SearchEntry[] = [];
  for (const entry of inOrder) {
    const value = sortValue(entry, sortBy);
    if (cursor !== undefined && (isAscending ? value <= cursor : value >= cursor)) continue;
    page.push(entry);
    if (page.length === limit) break;
  }
  return ok({
    conversations: page.map((entry) => conversationRow(entry, sortValue(entry, sortBy))),
    total: found.length,
  });
}

function sortedBy(entries: SearchEntry[], sortBy: string): SearchEntry[] {
  return [...entries].sort((a, b) => sortValue(b, sortBy) - sortValue(a, sortBy));
}

/** Most rows have no manual date (CONTRACT 1.2) and nothing here has a score or a due date: they all tie at 0. */
function sortValue({ conversation }: SearchEntry, sortBy: string): number {
  if (sortBy === 'last_message_date') return conversation.lastMessageDate;
  return sortBy === 'last_manual_message_date' ? (conversation.lastManualMessageDate ?? 0) : 0;
}

function testsOf(query: URLSearchParams): Test[] {
  const tests: Test[] = [];
  const equals = (name: string, read: (entry: SearchEntry) => string | undefined): void => {
    const wanted = query.get(name);
    if (wanted) tests.push((entry) => wanted.split(',').includes(read(entry) ?? ''));
  };
  equals('id', ({ conversation }) => conversation.id);
  equals('contactId', ({ conversation }) => conversation.contactId);
  equals('lastMessageType', ({ conversation }) => conversation.lastMessageType);
  equals('lastMessageDirection', ({ conversation }) => conversation.lastMessageDirection);
  equals('lastMessageAction', ({ conversation }) => conversation.lastOutboundMessageAction);

  addPeopleTests(query, tests);
  const status = readOneOf(query, 'status', statuses);
  if (status === 'read') tests.push(({ conversation }) => (conversation.unreadCount ?? 0) === 0);
  if (status === 'unread') tests.push(({ conversation }) => (conversation.unreadCount ?? 0) > 0);
  if (status === 'starred') tests.push(({ conversation }) => conversation.starred === true);

  // These two filter the day the conversation was made, not its messages (CONTRACT 1.3).
  const from = readNumber(query, 'startDate');
  const to = readNumber(query, 'endDate');
  if (from !== undefined) tests.push(({ conversation }) => conversation.dateAdded >= from);
  if (to !== undefined) tests.push(({ conversation }) => conversation.dateAdded <= to);

  const words = query.get('query')?.trim().toLowerCase();
  if (words) tests.push(matchesWords(words));
  return tests;
}

function addPeopleTests(query: URLSearchParams, tests: Test[]): void {
  const assigned = query.get('assignedTo')?.split(',').filter(Boolean);
  if (assigned?.length) {
    tests.push(({ contact }) => assigned.includes(contact.assignedTo ?? 'unassigned'));
  }
  const followers = query.get('followers')?.split(',').filter(Boolean);
  if (followers?.length) {
    tests.push(({ contact }) => contact.followers.some((userId) => followers.includes(userId)));
  }
  const mentions = query.get('mentions')?.split(',').filter(Boolean);
  if (mentions?.length) {
    tests.push(({ conversation }) => conversation.mentions.some((userId) => mentions.includes(userId)));
  }
}

/** Name, email and phone only: GHL has no search over the texts of messages (CONTRACT 1.3). */
function matchesWords(words: string): Test {
  const digits = words.replace(/\D/g, '');
  return ({ contact }) => {
    if (contactName(contact)?.toLowerCase().includes(words)) return true;
    if (contact.email?.toLowerCase().includes(words)) return true;
    return digits.length >= 3 && (contact.phone ?? '').replace(/\D/g, '').includes(digits);
  };
}

function readOneOf(query: URLSearchParams, name: string, allowed: string[]): string | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  if (!allowed.includes(value)) {
    throw unprocessable([`${name} must be one of the following values: ${allowed.join(', ')}`]);
  }
  return value;
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null || value === '') return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) {
    throw unprocessable([`${name} must be a number conforming to the specified constraints`]);
  }
  return number;
}

/** A number, or an array of one number in any of the ways a query can hold an array (CONTRACT 1.3). */
function readCursor(query: URLSearchParams): number | undefined {
  const value = query.get('startAfterDate') ?? query.get('startAfterDate[]');
  if (value === null || value === '') return undefined;
  const cursor = Number(value.replace(/[[\]"]/g, '').split(',')[0]);
  if (!Number.isFinite(cursor))
    throw unprocessable(['startAfterDate must be a number or an array of numbers']);
  return cursor;
}
