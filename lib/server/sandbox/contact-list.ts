import 'server-only';
import { type Answer, type Call, ok, pageLimit, requireOwnLocation } from './call';
import { matchesWords } from './contact-search';
import { contactInSearch } from './contact-view';
import { unprocessable } from './refusal';

/** GET /contacts/: deprecated, still there (CONTRACT 4). `meta` and its next page are a GUESS from clients in the wild. */
export function listContacts(call: Call): Answer {
  const { query, location } = call;
  requireOwnLocation(call, query.get('locationId'));
  const limit = pageLimit(query, 20, 100);
  const words = query.get('query')?.trim().toLowerCase() ?? '';
  const found = [...location.contacts.values()]
    .filter((contact) => matchesWords(contact, words))
    .sort((a, b) => b.dateAdded - a.dateAdded || (a.id < b.id ? -1 : 1));

  const afterId = query.get('startAfterId');
  const after = query.get('startAfter');
  const start = startAt(found, after, afterId);
  const page = found.slice(start, start + limit);
  const last = page.at(-1);
  const hasNext = last !== undefined && start + page.length < found.length;
  const next = new URLSearchParams({
    ...Object.fromEntries(query),
    startAfter: String(last?.dateAdded ?? ''),
    startAfterId: last?.id ?? '',
  });
  return ok({
    contacts: page.map(contactInSearch),
    count: found.length,
    meta: {
      total: found.length,
      nextPageUrl: hasNext ? `${call.baseUrl}/contacts/?${next}` : null,
      startAfter: last?.dateAdded ?? null,
      startAfterId: last?.id ?? null,
      currentPage: Math.floor(start / limit) + 1,
      nextPage: hasNext ? Math.floor(start / limit) + 2 : null,
      prevPage: start > 0 ? Math.floor(start / limit) : null,
    },
  });
}

/** Both cursors name the last contact of the page before; the id is the exact one. */
function startAt(
  found: { id: string; dateAdded: number }[],
  after: string | null,
  afterId: string | null,
): number {
  if (afterId) {
    const position = found.findIndex((contact) => contact.id === afterId);
    if (position >= 0) return position + 1;
  }
  if (!after) return 0;
  const moment = Number(after);
  if (!Number.isFinite(moment)) throw unprocessable(['startAfter must be a number']);
  const position = found.findIndex((contact) => contact.dateAdded < moment);
  return position < 0 ? found.length : position;
}
