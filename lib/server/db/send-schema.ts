import 'server-only';
import { sql } from 'drizzle-orm';
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
import type { DraftContent } from '@/lib/shared/contract/draft';
import type { RichText } from '@/lib/shared/contract/rich-text';
import { type SendRequest, sendChannels, sendStates } from '@/lib/shared/contract/send';
import type { SnippetActs } from '@/lib/shared/contract/snippet';
import { at, ghlTime } from './columns';
import { people } from './schema';

/** Every send, unique by the id that the browser made. Times are the database's: instances need not agree on theirs. */
export const sends = pgTable(
  'sends',
  {
    clientId: uuid('client_id').primaryKey(),
    locationId: text('location_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    personId: text('person_id').notNull(),
    /** Of the conversation, once it was asked for. */
    contactId: text('contact_id'),
    request: jsonb('request').$type<SendRequest>().notNull(),
    state: text('state', { enum: sendStates }).notNull(),
    /** Before then it does not leave; 15 minutes after it never leaves by itself. */
    dueAt: at('due_at').notNull().default(sql`now()`),
    /** After a call that did not leave: not before then. */
    retryAt: at('retry_at'),
    /** A person has said that it goes out whatever was written meanwhile. */
    isAnyway: boolean('is_anyway').notNull().default(false),
    attempts: integer('attempts').notNull(),
    /** The instance that is, or was, sending it. */
    holder: text('holder'),
    /** When the call under way, or the last one, began and ended. */
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
    /** The newest message of the thread when the call began: what it made is not older. */
    baselineAt: ghlTime('baseline_at'),
    /** When it is looked at again: to be found in its thread, or for how it fared. Null: never. */
    checkAt: at('check_at'),
    checks: integer('checks').notNull().default(0),
    /** When GHL is to send it, and whether an answer of the contact takes it back. */
    scheduledFor: at('scheduled_for'),
    cancelsOnAnswer: boolean('cancels_on_answer').notNull().default(false),
    messageId: text('message_id'),
    emailId: text('email_id'),
    /** Of a stopped one: what the writer had not seen. */
    newerMessageId: text('newer_message_id'),
    /** The send that a person chose to repeat by this one. */
    againOf: uuid('again_of'),
    deliveryStatus: text('delivery_status'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** A person has seen how it ended and put it away. */
    isDismissed: boolean('is_dismissed').notNull().default(false),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [
    index('sends_by_conversation').on(table.locationId, table.conversationId, table.createdAt),
    index('sends_by_state').on(table.state, table.dueAt),
    index('sends_by_check').on(table.checkAt),
    // One message of GHL is one send. Emails share the item that they stand in. Rows without a start are of an older version.
    uniqueIndex('sends_by_message')
      .on(table.locationId, table.messageId)
      .where(sql`email_id is null and started_at is not null`),
    uniqueIndex('sends_by_email').on(table.locationId, table.emailId).where(sql`started_at is not null`),
  ],
);

/** Files given to GHL: the browser names the upload, only the server knows the address. */
export const uploads = pgTable('uploads', {
  id: uuid('id').primaryKey(),
  locationId: text('location_id').notNull(),
  /** Null: of a snippet, and good for every conversation. */
  conversationId: text('conversation_id'),
  personId: text('person_id').notNull(),
  name: text('name').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  url: text('url').notNull(),
  createdAt: at('created_at').notNull(),
});

/** What a person has begun to write. */
export const drafts = pgTable(
  'drafts',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    locationId: text('location_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    channel: text('channel', { enum: sendChannels }).notNull(),
    content: jsonb('content').$type<DraftContent>(),
    version: integer('version').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.locationId, table.conversationId, table.channel] }),
  ],
);

/** Texts to be used again: one person's, or shared with the location. */
export const snippets = pgTable(
  'snippets',
  {
    id: uuid('id').primaryKey(),
    locationId: text('location_id').notNull(),
    personId: text('person_id').notNull(),
    name: text('name').notNull(),
    folder: text('folder').notNull().default(''),
    isShared: boolean('is_shared').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    rich: jsonb('rich').$type<RichText>(),
    uploadIds: jsonb('upload_ids').$type<string[]>().notNull().default([]),
    acts: jsonb('acts').$type<SnippetActs>().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('snippets_by_location').on(table.locationId, table.folder, table.name)],
);

/** When a person last used a snippet: that one stands first for them. */
export const snippetUses = pgTable(
  'snippet_uses',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    snippetId: uuid('snippet_id')
      .notNull()
      .references(() => snippets.id, { onDelete: 'cascade' }),
    usedAt: at('used_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.snippetId] })],
);
