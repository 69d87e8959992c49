import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { meta } from '@/lib/server/db/schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { initiateUpload, isInternalOnly, type SignedUpload } from '@/lib/server/ghl/signed-uploads';
import { AppError } from '@/lib/server/http/app-error';
import { log } from '@/lib/server/logger';

/** GHL may open it to more locations one day. */
const askAgainMs = 30 * 86_400_000;

const refusalKey = (locationId: string) => `large-files-refused/${locationId}`;

/**
 * An address for one large file. GHL calls this operation internal, so it is tried once for each location: where it
 * says no, that is remembered, and said before anybody uploads a hundred megabytes for nothing.
 */
export async function largeFileAddress(
  ghl: GhlClient,
  file: Parameters<typeof initiateUpload>[1],
): Promise<SignedUpload> {
  if (await isRefused(ghl.locationId)) throw refused();
  try {
    return await initiateUpload(ghl, file);
  } catch (error) {
    if (!isInternalOnly(error)) throw error;
    log('info', 'upload.large-files-refused', { locationId: ghl.locationId });
    await rememberRefusal(ghl.locationId);
    throw refused(error);
  }
}

async function isRefused(locationId: string): Promise<boolean> {
  const db = await database();
  const [row] = await db
    .select({ at: meta.value })
    .from(meta)
    .where(eq(meta.key, refusalKey(locationId)));
  return row !== undefined && Date.now() - Number(row.at) < askAgainMs;
}

async function rememberRefusal(locationId: string): Promise<void> {
  const db = await database();
  const value = String(Date.now());
  await db
    .insert(meta)
    .values({ key: refusalKey(locationId), value })
    .onConflictDoUpdate({ target: meta.key, set: { value } });
}

function refused(cause?: unknown): AppError {
  return new AppError('ghl_rejected', {
    message:
      'GoHighLevel takes files of up to 5 MB from this location, also by WhatsApp. Send a smaller one, or a link.',
    cause,
  });
}
