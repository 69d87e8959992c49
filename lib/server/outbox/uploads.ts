import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends, uploads } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { SentFile, Upload } from '@/lib/shared/contract/send';

type Place = { locationId: string; conversationId: string };

/** Of one person, uploaded and not sent: more than anybody has in their drafts of a day. */
export const maxPendingBytes = 1024 * 1024 * 1024;

/** `conversationId` null: for a snippet, and good for every conversation of the location. */
export async function recordUpload(
  place: { locationId: string; conversationId: string | null; personId: string },
  file: { name: string; sizeBytes: number; url: string },
): Promise<Upload> {
  const db = await database();
  const id = randomUUID();
  await db.insert(uploads).values({ id, ...place, ...file, createdAt: new Date() });
  return { uploadId: id, name: file.name, sizeBytes: file.sizeBytes };
}

/** So that nobody fills GHL's store with what is never sent. */
export async function requireUploadRoom(personId: string, sizeBytes: number): Promise<void> {
  const db = await database();
  const isOfToday = and(
    eq(uploads.personId, personId),
    gt(uploads.createdAt, sql`now() - interval '1 day'`),
    sql`not exists (select 1 from ${sends} where ${sends.personId} = ${personId}
      and ${sends.request} -> 'uploadIds' @> to_jsonb(${uploads.id}::text))`,
  );
  const [found] = await db
    .select({ bytes: sql<string | null>`sum(${uploads.sizeBytes}::bigint)` })
    .from(uploads)
    .where(isOfToday);
  if (Number(found?.bytes ?? 0) + sizeBytes <= maxPendingBytes) return;
  throw new AppError('too_many_requests', {
    message: 'More than 1 GB of your files were not sent yet. Send some of them, or go on tomorrow.',
  });
}

/**
 * The addresses of uploads, in the order asked for. Only those made for this very conversation can be sent in it, and
 * those of the location's snippets.
 */
export async function uploadUrls(place: Place, uploadIds: string[]): Promise<string[]> {
  const found = await findUploads(place, uploadIds);
  return uploadIds.map((id) => {
    const url = found.get(id)?.url;
    if (!url)
      throw new AppError('bad_request', { message: 'An attachment is not there any more. Attach it again.' });
    return url;
  });
}

export async function attachmentsOf(place: Place, uploadIds: string[]): Promise<SentFile[]> {
  const found = await findUploads(place, uploadIds);
  return uploadIds.flatMap((uploadId) => {
    const upload = found.get(uploadId);
    return upload ? [{ uploadId, name: upload.name, sizeBytes: upload.sizeBytes }] : [];
  });
}

async function findUploads({ locationId, conversationId }: Place, ids: string[]) {
  if (ids.length === 0) return new Map<string, typeof uploads.$inferSelect>();
  const db = await database();
  const rows = await db
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.locationId, locationId),
        or(eq(uploads.conversationId, conversationId), isNull(uploads.conversationId)),
        inArray(uploads.id, ids),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}
