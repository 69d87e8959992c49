import 'server-only';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange, JobRequest } from '@/lib/shared/contract/triage';
import { at, ghlTime } from './columns';
import { people } from './schema';

/** What the team made of a conversation. No row: it is open. */
export const conversationStates = pgTable(
  'conversation_states',
  {
    locationId: text('location_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** woke: a snooze that is over, and that nobody has looked at since. It is open. */
    kind: text('kind', { enum: ['done', 'snoozed', 'woke'] }).notNull(),
    setAt: at('set_at').notNull(),
    setBy: text('set_by').notNull(),
    /** Which act set it: two of the same person at the same moment are still two. */
    setByJob: uuid('set_by_job').notNull(),
    /** The newest message that the person had in view: any of the customer's that is newer ends the state. */
    seenUpTo: ghlTime('seen_up_to').notNull(),
    /** Up to here it is proven that the customer has written nothing since `seen_up_to`. */
    checkedUpTo: ghlTime('checked_up_to').notNull().default(0),
    /** Something newer stands there and could not be read yet: shown as open until it is. */
    isDoubtful: boolean('is_doubtful').notNull().default(false),
    until: at('until'),
    endsOnAnswer: boolean('ends_on_answer').notNull().default(false),
    /** The conversation as it was last seen; null: not seen yet. */
    row: jsonb('row').$type<Conversation>(),
  },
  (table) => [
    primaryKey({ columns: [table.locationId, table.conversationId] }),
    index('conversation_states_by_time').on(table.locationId, table.kind, table.setAt),
  ],
);

/** What is known of who waits for an answer, for every conversation of the last weeks. */
export const waiting = pgTable(
  'waiting',
  {
    locationId: text('location_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    row: jsonb('row').$type<Conversation>(),
    lastMessageAt: ghlTime('last_message_at'),
    /** The first message that no person has answered. */
    since: ghlTime('since'),
    /** They may wait for longer than `since` says. */
    isAtLeast: boolean('is_at_least').notNull().default(false),
    /** How badly the thread should be read to know for sure: 1 first, 0 not at all. */
    readRank: integer('read_rank').notNull().default(0),
    /** Somebody called everything up to here done: it waits for no answer. */
    closedUpTo: ghlTime('closed_up_to'),
  },
  (table) => [
    primaryKey({ columns: [table.locationId, table.conversationId] }),
    index('waiting_by_since').on(table.locationId, table.since),
  ],
);

/** How far the conversations of a location have been gone through, newest first. */
export const scans = pgTable('scans', {
  locationId: text('location_id').primaryKey(),
  /** The newest last message seen; null: none yet. */
  newestAt: ghlTime('newest_at'),
  /** Stretches still to be gone through: from the cursor down to the time. */
  gaps: jsonb('gaps').$type<{ cursor: string; until: number }[]>().notNull().default([]),
  /** Everything since then is, or will be, known. */
  reachesTo: ghlTime('reaches_to').notNull(),
  /** One more with each change: whoever read an older one writes nothing. */
  revision: integer('revision').notNull().default(0),
});

/** One act on one conversation or on many. */
export const jobs = pgTable(
  'jobs',
  {
    /** Made by the browser at the act; that of an undo is made here. */
    id: uuid('id').primaryKey(),
    locationId: text('location_id').notNull(),
    personId: text('person_id').notNull(),
    change: jsonb('change').$type<ConversationChange>().notNull(),
    target: jsonb('target').$type<JobRequest['target']>(),
    state: text('state', { enum: ['held', 'running', 'finished', 'stopped'] }).notNull(),
    undoes: uuid('undoes'),
    heldUntil: at('held_until'),
    /** Whether all conversations that a filter matches are items by now; the cursor goes on from the last that is. */
    isGathered: boolean('is_gathered').notNull(),
    gatherCursor: text('gather_cursor'),
    /** Why it ended before its time, for people. */
    problem: text('problem'),
    /** The instance that runs it. */
    holder: text('holder'),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('jobs_by_undoes').on(table.undoes),
    index('jobs_by_person').on(table.locationId, table.personId, table.state),
  ],
);

/** How one conversation was before a change; only what the change touched is in it. */
export type JobMemory = {
  /** Null: it was open. Times as milliseconds, since this is kept as JSON. */
  team?: {
    kind: 'done' | 'snoozed' | 'woke';
    setAt: number;
    setBy: string;
    setByJob: string;
    seenUpTo: number;
    checkedUpTo: number;
    until: number | null;
    endsOnAnswer: boolean;
  } | null;
  closedUpTo?: number | null;
  unreadCount?: number;
  isStarred?: boolean;
  owner?: { contactId: string; userId: string | null };
  /** What the change really added and took away. */
  tags?: { contactId: string; added: string[]; removed: string[] };
};

/** One conversation of a job. */
export const jobItems = pgTable(
  'job_items',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    conversationId: text('conversation_id').notNull(),
    seenUpTo: ghlTime('seen_up_to').notNull().default(0),
    /** doing: the call to GHL is, or was, under way. skipped: the job was stopped first. */
    state: text('state', { enum: ['queued', 'doing', 'done', 'failed', 'skipped'] }).notNull(),
    /** How it was before; null: nothing was changed. Of an undo: what it goes back to. */
    before: jsonb('before').$type<JobMemory>(),
    message: text('message'),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position] }),
    uniqueIndex('job_items_by_conversation').on(table.jobId, table.conversationId),
    index('job_items_by_state').on(table.jobId, table.state),
  ],
);

/** A filter of the list with a name: one person's, or shared with the location. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    locationId: text('location_id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** As the inbox's address has it; `me` stays `me`. */
    search: text('search').notNull(),
    isShared: boolean('is_shared').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('saved_views_by_location').on(table.locationId, table.createdAt)],
);
