import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { uploads } from '@/lib/server/db/send-schema';
import { AppError } from '@/lib/server/http/app-error';
import type { SentFile, Upload } from '@/lib/shared/contract/send';

type Place = { locationId: string; conversationId: string };

export async function recordUpload(
  place: Place & { personId: string },
  file: { name: string; sizeBytes: number; url: string },
): Promise<Upload> {
  const db = await database();
  const id = randomUUID();
  await db.insert(uploads).values({ id, ...place, ...file, createdAt: new Date() });
  return { uploadId: id, name: file.name, sizeBytes: file.sizeBytes };
}

/** The addresses of uploads, in the order asked for. Only those made for this very conversation can be sent in it. */
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
        eq(uploads.conversationId, conversationId),
        inArray(uploads.id, ids),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}
