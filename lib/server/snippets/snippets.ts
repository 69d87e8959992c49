import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { people } from '@/lib/server/db/schema';
import { snippets, snippetUses, uploads } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { SentFile } from '@/lib/shared/contract/send';
import {
  type Snippet,
  type SnippetChange,
  type SnippetInput,
  snippetSchema,
} from '@/lib/shared/contract/snippet';
import { can, type Membership } from '@/lib/shared/permissions';

/** Of one location: the whole list is sent to whoever types a slash. */
const maxSnippets = 1_000;
const maxTextBytes = 4 * 1024 * 1024;

export type Viewer = { locationId: string; personId: string; membership: Membership };

/** One's own and the team's: what this person used last first, then by folder and name. */
export async function snippetsFor(viewer: Viewer): Promise<Snippet[]> {
  const { locationId, personId } = viewer;
  const db = await database();
  const rows = await db
    .select({ snippet: snippets, authorName: people.name, usedAt: snippetUses.usedAt })
    .from(snippets)
    .leftJoin(people, eq(people.id, snippets.personId))
    .leftJoin(snippetUses, and(eq(snippetUses.snippetId, snippets.id), eq(snippetUses.personId, personId)))
    .where(inSight(viewer))
    .orderBy(
      sql`${snippetUses.usedAt} desc nulls last`,
      sql`lower(${snippets.folder})`,
      sql`lower(${snippets.name})`,
      asc(snippets.id),
    );
  const files = await filesOf(
    locationId,
    rows.flatMap(({ snippet }) => snippet.uploadIds),
  );
  return rows.map(({ snippet, authorName, usedAt }) =>
    // Kept as JSON, by this version or an older one.
    snippetSchema.parse({
      ...snippet,
      isMine: snippet.personId === personId,
      canChange: canChange(viewer, snippet.personId),
      authorName: authorName ?? 'Somebody who is not here any more',
      files: snippet.uploadIds.flatMap((id) => files.get(id) ?? []),
      lastUsedAt: usedAt?.getTime() ?? null,
      updatedAt: snippet.updatedAt.getTime(),
    }),
  );
}

export async function createSnippet(viewer: Viewer, input: SnippetInput): Promise<Snippet> {
  const { locationId, personId } = viewer;
  await requireFiles(locationId, input.uploadIds);
  await requireFreeName(viewer, input, null);
  await requireRoom(locationId, input);
  const db = await database();
  const id = randomUUID();
  const now = new Date();
  await db.insert(snippets).values({ id, locationId, personId, ...input, createdAt: now, updatedAt: now });
  return requireSnippet(viewer, id);
}

export async function changeSnippet(viewer: Viewer, id: string, change: SnippetChange): Promise<Snippet> {
  const { baseUpdatedAt, ...input } = change;
  const known = await requireChangeable(viewer, id);
  if (!input.isShared && !known.isMine)
    throw new AppError('bad_request', {
      message: 'Only whoever made it can take it back for themselves. It can be deleted.',
      field: 'isShared',
    });
  await requireFiles(viewer.locationId, input.uploadIds);
  await requireFreeName(viewer, input, id);
  await requireRoom(viewer.locationId, input, id);
  const db = await database();
  const updatedAt = new Date(Math.max(Date.now(), known.updatedAt + 1));
  const made = await db
    .update(snippets)
    .set({ ...input, updatedAt })
    .where(and(eq(snippets.id, id), eq(snippets.updatedAt, new Date(baseUpdatedAt))))
    .returning({ id: snippets.id });
  if (made.length === 0)
    throw new AppError('conflict', {
      message: 'Somebody has changed it meanwhile. Save again to put yours in the place of theirs.',
    });
  return requireSnippet(viewer, id);
}

export async function deleteSnippet(viewer: Viewer, id: string): Promise<void> {
  await requireChangeable(viewer, id);
  const db = await database();
  await db.delete(snippets).where(eq(snippets.id, id));
}

/** Put into a message just now: from here on it stands first for this person. */
export async function noteSnippetUse(viewer: Viewer, id: string): Promise<void> {
  await requireSnippet(viewer, id);
  const db = await database();
  const usedAt = new Date();
  await db
    .insert(snippetUses)
    .values({ personId: viewer.personId, snippetId: id, usedAt })
    .onConflictDoUpdate({ target: [snippetUses.personId, snippetUses.snippetId], set: { usedAt } });
}

/** One's own, or shared; somebody else's own does not exist for anybody. */
function inSight({ locationId, personId }: Viewer) {
  return and(
    eq(snippets.locationId, locationId),
    or(eq(snippets.personId, personId), eq(snippets.isShared, true)),
  );
}

function canChange({ personId, membership }: Viewer, authorId: string): boolean {
  return can(membership, 'snippet:write') && (authorId === personId || can(membership, 'snippet:manage'));
}

async function requireSnippet(viewer: Viewer, id: string): Promise<Snippet> {
  const snippet = (await snippetsFor(viewer)).find((each) => each.id === id);
  if (!snippet) throw new AppError('not_found', { message: 'This snippet does not exist, or not any more.' });
  return snippet;
}

async function requireChangeable(viewer: Viewer, id: string): Promise<Snippet> {
  const snippet = await requireSnippet(viewer, id);
  if (!snippet.canChange)
    throw new AppError('forbidden', {
      message: 'Only whoever made a shared snippet, or an admin, can change it.',
    });
  return snippet;
}

/** Two of one name in the same folder could not be told apart. */
async function requireFreeName(
  viewer: Viewer,
  { name, folder }: SnippetInput,
  exceptId: string | null,
): Promise<void> {
  const db = await database();
  const rows = await db
    .select({ id: snippets.id })
    .from(snippets)
    .where(
      and(
        inSight(viewer),
        sql`lower(${snippets.name}) = ${name.toLowerCase()}`,
        sql`lower(${snippets.folder}) = ${folder.toLowerCase()}`,
      ),
    );
  if (rows.every(({ id }) => id === exceptId)) return;
  const where = folder ? ` in “${folder}”` : '';
  throw new AppError('conflict', {
    message: `There is a snippet called “${name}”${where} already.`,
    field: 'name',
  });
}

async function requireRoom(
  locationId: string,
  { text, rich }: SnippetInput,
  exceptId: string | null = null,
): Promise<void> {
  const db = await database();
  const [others] = await db
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(octet_length(${snippets.text}) + octet_length(coalesce(${snippets.rich}::text, ''))), 0)::int`,
    })
    .from(snippets)
    .where(
      and(
        eq(snippets.locationId, locationId),
        exceptId === null ? undefined : sql`${snippets.id} <> ${exceptId}`,
      ),
    );
  const bytes = Buffer.byteLength(text) + (rich ? Buffer.byteLength(JSON.stringify(rich)) : 0);
  if (exceptId === null && (others?.count ?? 0) >= maxSnippets)
    throw new AppError('conflict', {
      message: `A location holds at most ${maxSnippets} snippets, those that people keep for themselves included. Delete some first.`,
    });
  if ((others?.bytes ?? 0) + bytes > maxTextBytes)
    throw new AppError('conflict', {
      message: 'The snippets of this location are too long in all. Make this one shorter, or delete others.',
      field: 'text',
    });
}

/** Only files that were given for a snippet go with every conversation. */
async function requireFiles(locationId: string, uploadIds: string[]): Promise<void> {
  const found = await filesOf(locationId, uploadIds);
  if (uploadIds.some((id) => !found.has(id)))
    throw new AppError('bad_request', {
      message: 'A file is not there any more. Attach it again.',
      field: 'uploadIds',
    });
}

async function filesOf(locationId: string, uploadIds: string[]): Promise<Map<string, SentFile>> {
  if (uploadIds.length === 0) return new Map();
  const db = await database();
  const rows = await db
    .select({ uploadId: uploads.id, name: uploads.name, sizeBytes: uploads.sizeBytes })
    .from(uploads)
    .where(
      and(
        eq(uploads.locationId, locationId),
        isNull(uploads.conversationId),
        inArray(uploads.id, [...new Set(uploadIds)]),
      ),
    );
  return new Map(rows.map((row) => [row.uploadId, row]));
}
