import * as z from 'zod/mini';
import { type ChannelSlug, channelSlugs } from '@/lib/shared/contract/channel';
import { conversationSorts } from '@/lib/shared/contract/conversation';
import { type ListFilter, maxListValues } from '@/lib/shared/contract/conversation-list';
import { type SendView, sendViews } from '@/lib/shared/contract/send';
import { type ViewName, viewNames } from '@/lib/shared/contract/triage';

/**
 * What the address of the inbox holds: the filter with days instead of milliseconds, which hang on the viewer's zone,
 * and `me` instead of a person, so that one address is right for everybody.
 */
export type InboxFilter = {
  view: ViewName;
  q?: string;
  /** GHL user ids, `unassigned` and `me`. */
  assigned?: readonly string[];
  channel?: readonly ChannelSlug[];
  tags?: readonly string[];
  direction?: 'inbound' | 'outbound';
  /** First and last day of creation, as YYYY-MM-DD. */
  from?: string;
  to?: string;
  sort?: 'oldest';
  /** Of `waiting` alone: also who has been waiting for months. */
  reach?: 'all';
};

type FieldName = Exclude<keyof InboxFilter, 'view'>;

export const openView: InboxFilter = { view: 'open' };

const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  // The 31st of a February parses, as a day of March.
  z.refine(
    (value) =>
      value >= '2000' && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value),
  ),
);

const fields = {
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  direction: z.enum(['inbound', 'outbound']),
  from: day,
  to: day,
  sort: z.enum(conversationSorts),
  reach: z.enum(['recent', 'all']),
};
const listFields = {
  assigned: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  channel: z.enum(channelSlugs),
  tags: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
};
const names: readonly FieldName[] = [
  'q',
  'assigned',
  'channel',
  'tags',
  'direction',
  'from',
  'to',
  'sort',
  'reach',
];

/** What makes no sense in a view: whose they are is said by `mine`, and two views have an order of their own. */
const senseless: Partial<Record<ViewName, readonly FieldName[]>> = {
  mine: ['assigned'],
  waiting: ['sort'],
  snoozed: ['sort'],
};

/** Names a message of the open conversation: no part of the filter. */
const messageParam = 'message';

/** The message that a permalink leads to. */
export function messageIdIn(search: URLSearchParams): string | null {
  return search.get(messageParam) || null;
}

/** In place of a list of conversations: the sends of all of them that need somebody, or are to go later. */
export function sendViewIn(search: URLSearchParams): SendView | null {
  return sendViews.find((view) => view === search.get('view')) ?? null;
}

const sendParam = 'send';

/** The send that one came to see. */
export function sendIdIn(search: URLSearchParams): string | null {
  return search.get(sendParam) || null;
}

/** What follows the path: a view of sends, at one of them, which the thread shows as a send or as a message. */
export function searchOfSends(view: SendView, place: { sendId?: string; messageId?: string } = {}): string {
  const search = new URLSearchParams({ view });
  if (place.messageId) search.set(messageParam, place.messageId);
  else if (place.sendId) search.set(sendParam, place.sendId);
  return `?${search}`;
}

/** What follows the path of another conversation under the same filter: a permalink is of one conversation alone. */
export function searchWithoutMessage(search: string): string {
  const kept = new URLSearchParams(search);
  if (!kept.has(messageParam) && !kept.has(sendParam)) return search;
  kept.delete(messageParam);
  kept.delete(sendParam);
  return kept.size > 0 ? `?${String(kept).replaceAll('%2C', ',')}` : '';
}

/** The tabs of old addresses. */
const viewOfStatus: Record<string, ViewName | undefined> = {
  all: 'all',
  unread: 'unread',
  starred: 'starred',
};

/** The filter of an address. What makes no sense is named, not obeyed silently and not a reason to show nothing. */
export function filterFromSearch(search: URLSearchParams): { filter: InboxFilter; ignored: string[] } {
  const ignored = new Set<string>();
  function read<Value>(name: string, schema: z.ZodMiniType<Value>): Value | undefined {
    const raw = search.get(name);
    if (raw === null || raw === '') return undefined;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    ignored.add(name);
    return undefined;
  }
  function readList<Value>(name: string, schema: z.ZodMiniType<Value>): Value[] | undefined {
    const values = new Set<Value>();
    for (const raw of (search.get(name) ?? '').split(',').filter((part) => part !== '')) {
      const parsed = schema.safeParse(decoded(raw));
      if (parsed.success && values.size < maxListValues) values.add(parsed.data);
      else ignored.add(name);
    }
    return values.size > 0 ? [...values] : undefined;
  }
  const filter: InboxFilter = {
    view: read('view', z.enum(viewNames)) ?? 'open',
    q: read('q', fields.q),
    assigned: readList('assigned', listFields.assigned),
    channel: readList('channel', listFields.channel),
    tags: readList('tags', listFields.tags),
    direction: read('direction', fields.direction),
    from: read('from', fields.from),
    to: read('to', fields.to),
    sort: read('sort', fields.sort) === 'oldest' ? 'oldest' : undefined,
    reach: read('reach', fields.reach) === 'all' ? 'all' : undefined,
  };
  const status = search.get('status');
  if (status) {
    const view = search.has('view') ? undefined : viewOfStatus[status];
    if (view) filter.view = view;
    else ignored.add('status');
  }
  for (const name of search.keys()) {
    if (
      name !== 'view' &&
      name !== 'status' &&
      name !== messageParam &&
      name !== sendParam &&
      !names.some((known) => known === name)
    )
      ignored.add(name);
  }
  const sensible = withView(filter, filter.view);
  for (const name of names) if (filter[name] !== undefined && sensible[name] === undefined) ignored.add(name);
  return { filter: sensible, ignored: [...ignored] };
}

/** Another view with the same filters, without those that make no sense in it. */
export function withView(filter: InboxFilter, view: ViewName): InboxFilter {
  const next = { ...filter, view };
  for (const name of senseless[view] ?? []) next[name] = undefined;
  if (view !== 'waiting') next.reach = undefined;
  return next;
}

/** The search part of an address, without what is default; '' or '?…'. One filter has one address. */
export function searchFromFilter(filter: InboxFilter): string {
  const search = new URLSearchParams();
  if (filter.view !== 'open') search.set('view', filter.view);
  for (const name of names) {
    const value = filter[name];
    if (value === undefined) continue;
    search.set(name, typeof value === 'string' ? value : listText(value));
  }
  // A comma needs no escape here, and an address that can be read can be checked.
  return search.size > 0 ? `?${String(search).replaceAll('%2C', ',')}` : '';
}

/** Values for one name, divided by commas. */
export function listText(values: readonly string[]): string {
  return values.toSorted().map(encodeURIComponent).join(',');
}

/**
 * The filter as our API takes it: days become the viewer's first and last millisecond of them, `me` the viewer's GHL
 * user. Null: nothing can match, for the viewer has none.
 */
export function apiFilter(filter: InboxFilter, myUserId: string | null): ListFilter | null {
  const { view, q, channel, tags, direction, from, to, sort, reach } = filter;
  const asked = view === 'mine' ? ['me'] : filter.assigned;
  const assigned = asked?.flatMap((id) => (id === 'me' ? (myUserId ?? []) : id));
  if (assigned?.length === 0) return null;
  return {
    view: view === 'mine' || view === 'unread' ? 'open' : view === 'starred' ? 'all' : view,
    status: view === 'unread' || view === 'starred' ? view : 'all',
    q,
    assigned: assigned && [...new Set(assigned)],
    channel: channel && [...channel],
    tags: tags && [...tags],
    direction,
    createdFrom: from ? new Date(`${from}T00:00:00`).getTime() : undefined,
    createdTo: to ? new Date(`${to}T23:59:59.999`).getTime() : undefined,
    sort: sort ?? 'newest',
    reach: reach ?? 'recent',
  };
}

/** Whether the filter cannot be told without knowing who asks. */
export function isAboutMe({ view, assigned }: InboxFilter): boolean {
  return view === 'mine' || (assigned?.includes('me') ?? false);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
