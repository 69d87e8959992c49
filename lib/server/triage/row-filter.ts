import 'server-only';
import { type AnyColumn, and, type SQL, sql } from 'drizzle-orm';
import { channelTypes } from '@/lib/shared/contract/channel';
import type { Conversation, ConversationRow } from '@/lib/shared/contract/conversation';
import type { ListFilter } from '@/lib/shared/contract/conversation-list';

/** The filter of a list over rows that we keep ourselves, by the same rules as GHL's search (CONTRACT 1.3). */
export function keptRowMatches(row: AnyColumn, filter: ListFilter): SQL | undefined {
  const text = (name: keyof Conversation) => sql`${row}->>${sql.raw(`'${name}'`)}`;
  const last = (name: 'type' | 'direction') => sql`${row}->'lastMessage'->>${sql.raw(`'${name}'`)}`;
  const { q, status, assigned, channel, tags, direction, createdFrom, createdTo } = filter;
  const conditions: SQL[] = [];
  if (q !== undefined) conditions.push(wordsMatch(text, q));
  if (status === 'unread') conditions.push(sql`(${text('unreadCount')})::numeric > 0`);
  if (status === 'starred') conditions.push(sql`${text('isStarred')} = 'true'`);
  if (assigned) conditions.push(oneOf(sql`coalesce(${text('assignedTo')}, 'unassigned')`, assigned));
  if (channel)
    conditions.push(
      oneOf(
        last('type'),
        channel.map((slug) => channelTypes[slug]),
      ),
    );
  if (direction) conditions.push(sql`${last('direction')} = ${direction}`);
  if (createdFrom !== undefined) conditions.push(sql`(${text('createdAt')})::numeric >= ${createdFrom}`);
  if (createdTo !== undefined) conditions.push(sql`(${text('createdAt')})::numeric <= ${createdTo}`);
  if (tags) {
    const tag = oneOf(
      sql`lower(tag)`,
      tags.map((each) => each.toLowerCase()),
    );
    conditions.push(sql`exists (select 1 from jsonb_array_elements_text(${row}->'tags') tag where ${tag})`);
  }
  return and(...conditions);
}

/** Any of the wished channels, by the last message; without a wish everything. */
export function hasChannel(row: ConversationRow, channels: ListFilter['channel']): boolean {
  if (!channels) return true;
  return row.kind === 'conversation' && channels.some((slug) => channelTypes[slug] === row.lastMessage.type);
}

/** Any of the wished tags; without a wish everything. A row that cannot be read has none. */
export function hasTag(row: ConversationRow, tags: readonly string[] | undefined): boolean {
  if (!tags) return true;
  const wanted = new Set(tags.map((tag) => tag.toLowerCase()));
  return row.kind === 'conversation' && row.tags.some((tag) => wanted.has(tag.toLowerCase()));
}

/** Whether our own newest values have taken a row out of a list that GHL's search still has it in. */
export function stillFits(row: ConversationRow, { status, assigned }: ListFilter): boolean {
  if (row.kind !== 'conversation') return true;
  if (status === 'unread' && row.unreadCount === 0) return false;
  if (status === 'starred' && !row.isStarred) return false;
  return !assigned || assigned.includes(row.assignedTo ?? 'unassigned');
}

function wordsMatch(text: (name: keyof Conversation) => SQL, words: string): SQL {
  const like = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  const byWords = sql`lower(${text('contactName')}) like ${like} or lower(${text('email')}) like ${like}`;
  if (digits.length < 3) return sql`(${byWords})`;
  return sql`(${byWords} or regexp_replace(${text('phone')}, '\\D', '', 'g') like ${`%${digits}%`})`;
}

function oneOf(value: SQL, values: readonly string[]): SQL {
  return sql`${value} in (${sql.join(
    values.map((each) => sql`${each}`),
    sql`, `,
  )})`;
}
