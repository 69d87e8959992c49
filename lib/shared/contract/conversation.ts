import * as z from 'zod/mini';
import { channelSlugs } from '@/lib/shared/contract/channel';
import { teamStateSchema } from '@/lib/shared/contract/triage';

/** Times are milliseconds since 1970 in every contract; texts are plain text unless the name says `html`. */
export const conversationSchema = z.object({
  kind: z.literal('conversation'),
  id: z.string(),
  locationId: z.string(),
  contactId: z.nullable(z.string()),
  /** The contact's own spelling of the name; null when GHL holds none (show phone or email then). */
  contactName: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  lastMessage: z.object({
    /** GHL's own word, e.g. `TYPE_SMS`. An open set: new ones arrive without notice. */
    type: z.string(),
    /** Absent in GHL's answer for emails, calls and empty conversations. */
    body: z.nullable(z.string()),
    direction: z.nullable(z.enum(['inbound', 'outbound'])),
    isAutomated: z.boolean(),
    at: z.nullable(z.number()),
  }),
  unreadCount: z.number(),
  isStarred: z.boolean(),
  /** GHL user id of the contact's owner. */
  assignedTo: z.nullable(z.string()),
  tags: z.array(z.string()),
  createdAt: z.nullable(z.number()),
  team: z._default(teamStateSchema, { kind: 'open' }),
  /** The first message that no person has answered; null when nobody waits, or it is not known yet. */
  waitingSince: z._default(z.nullable(z.number()), null),
  /** They wait since then at least: the thread has not been read as far back as needed. */
  waitsAtLeast: z.optional(z.boolean()),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** A row GHL answered that could not be understood: kept and shown, so that nothing vanishes from the list. */
const unreadableRowSchema = z.object({ kind: z.literal('unreadable'), id: z.string() });

export const conversationRowSchema = z.discriminatedUnion('kind', [conversationSchema, unreadableRowSchema]);
export type ConversationRow = z.infer<typeof conversationRowSchema>;

export const conversationPageSchema = z.object({
  conversations: z.array(conversationRowSchema),
  /** GHL's count of everything that matches, not only of this page. */
  total: z.number(),
  nextCursor: z.nullable(z.string()),
  /** Stopped before the page was full: much was left out. The cursor goes on. */
  isPartial: z._default(z.boolean(), false),
  /** `total` is a lower bound: GHL cannot count what we leave out. */
  isTotalAtLeast: z.optional(z.boolean()),
  /** Who waits since before this is not in the list; null: everybody is. Of `waiting` alone. */
  since: z.optional(z.nullable(z.number())),
});
export type ConversationPage = z.infer<typeof conversationPageSchema>;

export const conversationStatuses = ['all', 'unread', 'starred'] as const;
export const conversationSorts = ['newest', 'oldest'] as const;

/** What the list can be narrowed by: exactly what GHL's search filters, no more (CONTRACT 1.3). */
const conversationFilterSchema = z.strictObject({
  /** Name, phone or email of the contact. GHL does not search message texts. */
  q: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  status: z._default(z.enum(conversationStatuses), 'all'),
  /** A GHL user id, or `unassigned`. */
  assigned: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))),
  /** Channel of the LAST message: GHL cannot filter by any other. */
  channel: z.optional(z.enum(channelSlugs)),
  /** Direction of the last message. */
  direction: z.optional(z.enum(['inbound', 'outbound'])),
  /** When the conversation was created, both ends included, in milliseconds. */
  createdFrom: z.optional(z.number().check(z.int(), z.nonnegative())),
  createdTo: z.optional(z.number().check(z.int(), z.nonnegative())),
  sort: z._default(z.enum(conversationSorts), 'newest'),
});
export type ConversationFilter = z.infer<typeof conversationFilterSchema>;

export const conversationPatchSchema = z
  .strictObject({ isUnread: z.optional(z.boolean()), isStarred: z.optional(z.boolean()) })
  .check(
    z.refine((patch) => patch.isUnread !== undefined || patch.isStarred !== undefined, 'Nothing to change'),
  );
export type ConversationPatch = z.infer<typeof conversationPatchSchema>;
