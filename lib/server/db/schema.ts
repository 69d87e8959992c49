import 'server-only';
import { bigserial, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PersonSettings } from '@/lib/shared/contract/person-settings';
import type { Grant } from '@/lib/shared/permissions';
import { at, ghlTime } from './columns';

/** Facts about this database itself, such as which sandbox its rows belong to. */
export const meta = pgTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  createdAt: at('created_at').notNull().defaultNow(),
  /** Argon2id. Null: this person has not set a password yet. */
  passwordHash: text('password_hash'),
  lastSeenAt: at('last_seen_at'),
  /** Out, but still the author of what they sent. */
  removedAt: at('removed_at'),
});

/** A role for one location; `*` stands for every location of this installation. */
export const memberships = pgTable(
  'memberships',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    locationId: text('location_id').notNull(),
    role: text('role', { enum: ['admin', 'agent', 'viewer'] }).notNull(),
    /** What this person may do beyond the role. */
    grants: jsonb('grants').$type<Grant[]>().notNull().default([]),
    /** The user of GHL that this person is there. */
    ghlUserId: text('ghl_user_id'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.locationId] })],
);

/** A link that lets one person in once. It carries a token; only its hash is kept, as with sessions. */
export const links = pgTable(
  'links',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text('purpose', { enum: ['first-admin', 'invite', 'reset'] }).notNull(),
    /** Null for the first admin, who says who they are when they come. */
    personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
    /** The location they are invited to. */
    locationId: text('location_id').notNull(),
    createdBy: text('created_by'),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('links_by_person').on(table.personId)],
);

/** How one person works. No row: as everybody starts. */
export const personSettings = pgTable('person_settings', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  settings: jsonb('settings').$type<Partial<PersonSettings>>().notNull(),
  /** One more with each change: of two copies the one with the higher number is the newer. */
  revision: integer('revision').notNull(),
  updatedAt: at('updated_at').notNull(),
});

/** Up to where one person has seen a conversation. Nobody else's business, and not GHL's. */
export const readMarks = pgTable(
  'read_marks',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    locationId: text('location_id').notNull(),
    conversationId: text('conversation_id').notNull(),
    /** The time of the newest message that stood on the screen. */
    seenUpTo: ghlTime('seen_up_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.locationId, table.conversationId] })],
);

/** Senders whose remote images one person wants to see in every mail. */
export const allowedSenders = pgTable(
  'allowed_senders',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    locationId: text('location_id').notNull(),
    /** In lower case. */
    address: text('address').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.locationId, table.address] })],
);

/** The cookie carries the id; only its hash is kept, so that a copy of the database opens no session. */
export const sessions = pgTable('sessions', {
  idHash: text('id_hash').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  createdAt: at('created_at').notNull(),
  lastSeenAt: at('last_seen_at').notNull(),
});

/** Processes that share this database. One that has not been seen for a while is gone, and so is what it was doing. */
export const instances = pgTable('instances', {
  id: text('id').primaryKey(),
  seenAt: at('seen_at').notNull(),
});

/** Who did what, when, with which result. Never message bodies or tokens. */
export const auditLog = pgTable('audit_log', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: at('at').notNull(),
  personId: text('person_id'),
  locationId: text('location_id'),
  action: text('action').notNull(),
  target: text('target'),
  result: text('result').notNull(),
});
