import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { and, count, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { drafts } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import {
  type DraftAnswer,
  type DraftChange,
  type DraftContent,
  draftContentSchema,
  type SavedDraft,
} from '@/lib/shared/contract/draft';
import { sentAmong } from './sent-drafts';

/** Of one person, everywhere: more than anybody goes back to. The oldest go first. */
export const maxDrafts = 300;
/** Text and form of the longest mail in any script. */
export const maxDraftBytes = 3 * 1024 * 1024;
/** Nobody goes on writing after that. */
export const keptDays = 90;

type Place = { personId: string; locationId: string; conversationId: string };
type DraftRow = typeof drafts.$inferSelect;

/** What a person has begun to write, newest first, without what has gone out since. */
export async function listDrafts(personId: string, locationId: string): Promise<SavedDraft[]> {
  const db = await database();
  await db.delete(drafts).where(lt(drafts.updatedAt, sql`now() - make_interval(days => ${keptDays})`));
  const rows = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, personId), eq(drafts.locationId, locationId), isNotNull(drafts.content)))
    .orderBy(desc(drafts.updatedAt));
  const saved = rows.flatMap((row) => savedOf(row) ?? []);
  const sent = await sentAmong(
    personId,
    saved.map(({ content }) => content),
  );
  // A tab that was closed between sending and clearing its draft leaves one that is only the beginning of what went out.
  return saved.filter(({ content }) => {
    const request = sent.get(content.clientId ?? '');
    return !request?.text.startsWith(content.text.trim());
  });
}

/** Keeps a change that is based on what is here; else says what is here instead, and changes nothing. */
export async function saveDraft(place: Place, change: DraftChange): Promise<DraftAnswer> {
  const content = change.content && trimmed(change.content);
  if (content && (await isSent(place.personId, content))) {
    return { ...(await refusal(place, change)), isSaved: false, isSent: true, draft: null };
  }
  const row = await write(place, { ...change, content });
  if (!row) return refusal(place, { ...change, content });
  await dropOldest(place.personId);
  return { isSaved: true, isSent: false, version: row.version, draft: savedOf(row) };
}

/** One statement, so that of two browsers at once exactly one is the first. A cleared draft stays, as its version. */
async function write(place: Place, change: DraftChange): Promise<DraftRow | undefined> {
  const { channel, content, baseVersion } = change;
  const db = await database();
  const version = baseVersion + 1;
  const values = { content, version, updatedAt: sql`now()` };
  if (baseVersion > 0) {
    const isBase = and(isDraft(place, channel), eq(drafts.version, baseVersion));
    const [row] = await db.update(drafts).set(values).where(isBase).returning();
    return row;
  }
  const [row] = await db
    .insert(drafts)
    .values({ ...place, channel, ...values })
    .onConflictDoNothing()
    .returning();
  return row;
}

async function refusal(place: Place, change: DraftChange): Promise<DraftAnswer> {
  const db = await database();
  const [row] = await db.select().from(drafts).where(isDraft(place, change.channel));
  const draft = row ? savedOf(row) : null;
  // The answer to the same change was lost: it is here already.
  const isSaved = isDeepStrictEqual(draft?.content ?? null, change.content);
  return { isSaved, isSent: false, version: row?.version ?? 0, draft };
}

async function isSent(personId: string, content: DraftContent): Promise<boolean> {
  const request = (await sentAmong(personId, [content])).get(content.clientId ?? '');
  return request !== undefined && request.text.trim() === content.text.trim();
}

async function dropOldest(personId: string): Promise<void> {
  const isTheirs = eq(drafts.personId, personId);
  // Those that were cleared are only their versions, and never take the place of one that is there.
  await keepNewest(and(isTheirs, isNotNull(drafts.content)));
  await keepNewest(and(isTheirs, isNull(drafts.content)));
}

async function keepNewest(which: SQL | undefined): Promise<void> {
  const db = await database();
  const [found] = await db.select({ count: count() }).from(drafts).where(which);
  if ((found?.count ?? 0) <= maxDrafts) return;
  const newest = db
    .select({ updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(which)
    .orderBy(desc(drafts.updatedAt))
    .limit(1)
    .offset(maxDrafts - 1);
  await db.delete(drafts).where(and(which, lt(drafts.updatedAt, sql`(${newest})`)));
}

/** A row of an older version may hold what is not understood any more. */
function savedOf(row: DraftRow): SavedDraft | null {
  const parsed = draftContentSchema.safeParse(row.content);
  if (!parsed.success) return null;
  const { conversationId, channel, version, updatedAt } = row;
  return { conversationId, channel, content: parsed.data, version, updatedAt: updatedAt.getTime() };
}

/** Neither engine stores a NUL, nor half a sign. */
function trimmed(content: DraftContent): DraftContent {
  const json = JSON.stringify(content);
  if (Buffer.byteLength(json) > maxDraftBytes) {
    throw new AppError('payload_too_large', {
      message: 'This draft is too long to be kept on the server. It stays in this browser.',
    });
  }
  return draftContentSchema.parse(
    JSON.parse(json, (_key, value: unknown) =>
      typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
    ),
  );
}

function isDraft({ personId, locationId, conversationId }: Place, channel: DraftChange['channel']) {
  return and(
    eq(drafts.personId, personId),
    eq(drafts.locationId, locationId),
    eq(drafts.conversationId, conversationId),
    eq(drafts.channel, channel),
  );
}
