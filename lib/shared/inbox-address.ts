import * as z from 'zod/mini';
import { type ChannelSlug, channelSlugs } from '@/lib/shared/contract/channel';
import {
  type ConversationFilter,
  conversationSorts,
  conversationStatuses,
} from '@/lib/shared/contract/conversation';

/** What the address of the inbox holds: the filter with days instead of milliseconds, which hang on the viewer's zone. */
export type InboxFilter = {
  q?: string;
  status: (typeof conversationStatuses)[number];
  assigned?: string;
  channel?: ChannelSlug;
  direction?: 'inbound' | 'outbound';
  /** First and last day of creation, as YYYY-MM-DD. */
  from?: string;
  to?: string;
  sort: (typeof conversationSorts)[number];
};

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
  status: z.enum(conversationStatuses),
  assigned: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  channel: z.enum(channelSlugs),
  direction: z.enum(['inbound', 'outbound']),
  from: day,
  to: day,
  sort: z.enum(conversationSorts),
};

/** The filter of an address. What makes no sense is named, not obeyed silently and not a reason to show nothing. */
export function filterFromSearch(search: URLSearchParams): { filter: InboxFilter; ignored: string[] } {
  const ignored: string[] = [];
  const read = <Value>(name: keyof typeof fields, schema: z.ZodMiniType<Value>): Value | undefined => {
    const raw = search.get(name);
    if (raw === null || raw === '') return undefined;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    ignored.push(name);
    return undefined;
  };
  const filter: InboxFilter = {
    q: read('q', fields.q),
    status: read('status', fields.status) ?? 'all',
    assigned: read('assigned', fields.assigned),
    channel: read('channel', fields.channel),
    direction: read('direction', fields.direction),
    from: read('from', fields.from),
    to: read('to', fields.to),
    sort: read('sort', fields.sort) ?? 'newest',
  };
  const unknown = [...search.keys()].filter((name) => !(name in fields));
  return { filter, ignored: [...new Set([...ignored, ...unknown])] };
}

/** The search part of an address, without what is default; '' or '?…'. */
export function searchFromFilter(filter: InboxFilter): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(fields) as (keyof InboxFilter)[]) {
    const value = filter[name];
    if (
      value === undefined ||
      (name === 'status' && value === 'all') ||
      (name === 'sort' && value === 'newest')
    )
      continue;
    search.set(name, value);
  }
  return search.size > 0 ? `?${search}` : '';
}

/** The filter as our API takes it: days become the viewer's first and last millisecond of them. */
export function apiFilter({ from, to, ...rest }: InboxFilter): ConversationFilter {
  return {
    ...rest,
    createdFrom: from ? new Date(`${from}T00:00:00`).getTime() : undefined,
    createdTo: to ? new Date(`${to}T23:59:59.999`).getTime() : undefined,
  };
}
