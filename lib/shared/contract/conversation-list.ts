import * as z from 'zod/mini';
import { channelSlugs } from '@/lib/shared/contract/channel';
import { conversationSorts, conversationStatuses } from '@/lib/shared/contract/conversation';

/**
 * What a list can show: `open` is neither done nor snoozed, `waiting` is open and a customer waits for an answer. The
 * other views of a team are these with a filter: mine is open with an owner, unread and starred go by `status`.
 */
const listViews = ['open', 'waiting', 'snoozed', 'done', 'all'] as const;

export const maxListValues = 20;

/** Values of one name, divided by commas; each may be percent-encoded, so that a tag can hold a comma. */
function several<Value extends string>(value: z.ZodMiniType<Value, string>) {
  return z.pipe(
    z.pipe(
      z.string().check(z.maxLength(2000)),
      z.transform((text: string, context) => {
        try {
          return [...new Set(text.split(',').map(decodeURIComponent))];
        } catch {
          context.issues.push({ code: 'custom', message: 'Not percent-encoded', input: text });
          return z.NEVER;
        }
      }),
    ),
    z.array(value).check(z.minLength(1), z.maxLength(maxListValues)),
  );
}

const milliseconds = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number));

/** The query string of the list's route. Names that are not here are refused. */
export const listQuerySchema = z.strictObject({
  view: z._default(z.enum(listViews), 'open'),
  /** Name, phone or email of the contact. GHL does not search message texts. */
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  status: z._default(z.enum(conversationStatuses), 'all'),
  /** GHL user ids, `unassigned` among them if wished. */
  assigned: z.optional(several(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)))),
  /** Channels of the LAST message: GHL cannot filter by any other. */
  channel: z.optional(several(z.enum(channelSlugs))),
  /** Any of these tags of the contact. GHL's search cannot do it: we leave out what has none of them. */
  tags: z.optional(several(z.string().check(z.trim(), z.minLength(1), z.maxLength(100)))),
  /** Direction of the last message. */
  direction: z.optional(z.enum(['inbound', 'outbound'])),
  /** When the conversation was created, both ends included, in milliseconds. */
  createdFrom: z.optional(milliseconds),
  createdTo: z.optional(milliseconds),
  /** By the last message; done ones by when they were closed. Waiting and snoozed have an order of their own. */
  sort: z._default(z.enum(conversationSorts), 'newest'),
  /** How far back `waiting` looks: `recent` is the last 60 days, `all` has everything read, which takes a while. */
  reach: z._default(z.enum(['recent', 'all']), 'recent'),
});
export type ListFilter = z.infer<typeof listQuerySchema>;
