import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const tagNames = z._default(
  z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))).check(z.maxLength(10)),
  [],
);

/**
 * What the team made of a conversation. Ours alone: GHL has neither "done" nor "snoozed". Whoever answers reopens a
 * done one; a snoozed one comes back at its time, and, if wished, when they answer.
 */
export const teamStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    /** A snooze brought it back then, and nobody has looked at it since. */
    snoozeEndedAt: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('done'), at: z.number(), byName: z.nullable(z.string()) }),
  z.object({
    kind: z.literal('snoozed'),
    at: z.number(),
    byName: z.nullable(z.string()),
    until: z.number(),
    endsOnAnswer: z.boolean(),
  }),
]);
export type TeamState = z.infer<typeof teamStateSchema>;

/** The furthest a conversation can be put off. */
export const maxSnoozeMs = 366 * 24 * 3600_000;

/** What can be done to one conversation or to many, each with a way back, except the last. */
const conversationChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('snooze'),
    until: z.number().check(z.int(), z.positive()),
    endsOnAnswer: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('mark'), isUnread: z.boolean() }),
  z.strictObject({ kind: z.literal('star'), isStarred: z.boolean() }),
  /** Changes the owner of the contact in GHL; null takes it away. */
  z.strictObject({ kind: z.literal('assign'), userId: z.nullable(id) }),
  /** Tags are the contact's; those that are not named stay. */
  z.strictObject({ kind: z.literal('tag'), add: tagNames, remove: tagNames }),
  /** `count` is what the person typed, asked for from `typedCountFrom` on. */
  z.strictObject({ kind: z.literal('delete'), count: z.optional(z.number().check(z.int(), z.positive())) }),
]);
export type ConversationChange = z.infer<typeof conversationChangeSchema>;

export const maxJobIds = 1000;

/** Deleting so many takes their number, typed: a slip of the finger types none. */
export const typedCountFrom = 11;

/** One act on one conversation or on many, done by the server: it survives the tab that asked for it. */
export const jobRequestSchema = z.strictObject({
  /** Made by the browser at the act: the same id is never done twice. */
  clientId: z.uuid(),
  change: conversationChangeSchema,
  target: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('ids'),
      conversations: z
        .array(
          z.strictObject({
            id,
            /** GHL's time of the newest message that the person had in view: what is newer reopens. */
            seenUpTo: z.nullable(z.number().check(z.int(), z.nonnegative())),
          }),
        )
        .check(z.minLength(1), z.maxLength(maxJobIds)),
    }),
    /** Everything that a filter of the list matches, as a query string of the list's route. Never for deleting. */
    z.strictObject({
      kind: z.literal('filter'),
      search: z.string().check(z.maxLength(2000)),
      exceptIds: z.array(id).check(z.maxLength(maxJobIds)),
      /** The newest last message of the list as the person saw it: what is newer reopens. Null: newer than the act. */
      seenUpTo: z.optional(z.nullable(z.number().check(z.int(), z.nonnegative()))),
    }),
  ]),
});
export type JobRequest = z.infer<typeof jobRequestSchema>;

/**
 * held: waits for the undo time (deleting only). running. finished: nothing is left. stopped: what was left stays as it
 * was. A job that undoes another names it.
 */
export const jobSchema = z.object({
  id: z.string(),
  change: conversationChangeSchema,
  state: z.enum(['held', 'running', 'finished', 'stopped']),
  undoes: z.nullable(z.string()),
  total: z.number(),
  /** What a filter matches is still being gathered: `total` grows. */
  isCounting: z._default(z.boolean(), false),
  done: z.number(),
  /** How many failed; `failures` names the first of them. */
  failed: z._default(z.number(), 0),
  failures: z.array(z.object({ conversationId: z.string(), message: z.string() })),
  /** Why it ended before its time. */
  problem: z._default(z.nullable(z.string()), null),
  /** Whether it can still be taken back. */
  canUndo: z.boolean(),
});
export type Job = z.infer<typeof jobSchema>;

/** `GET jobs?mine=running`: this person's jobs that are held or running. They outlive the tab that asked for them. */
export const jobListSchema = z.object({ jobs: z.array(jobSchema) });

/** The views every team has, in the order of their keys. */
export const viewNames = ['open', 'waiting', 'mine', 'snoozed', 'unread', 'starred', 'done', 'all'] as const;
export type ViewName = (typeof viewNames)[number];

/** How many a view holds, by its name or, of a saved one, its id; `isAtLeast` where GHL cannot count exactly. */
export const viewCountsSchema = z.record(z.string(), z.object({ count: z.number(), isAtLeast: z.boolean() }));
export type ViewCounts = z.infer<typeof viewCountsSchema>;
