import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { getEmailWithUrls } from '@/lib/server/ghl/emails';
import { AppError } from '@/lib/server/http/app-error';
import { remoteImages } from '@/lib/shared/mail-images';
import { doorFor } from './door';
import { outerImage } from './outer-image';

/** A mail never changes, and its images are asked for one after the other. */
const keptMs = 60_000;

/** The image at a place of a mail. The browser names the place, only the mail itself the address. */
export async function streamMailImage(
  request: Request,
  ghl: GhlClient,
  emailId: string,
  index: number,
): Promise<Response> {
  const images = await ghl.reads.read(
    `email-images:${emailId}`,
    keptMs,
    async (shared) => remoteImages((await getEmailWithUrls(ghl, emailId, shared)).email.html ?? ''),
    { signal: request.signal },
  );
  const address = images[index];
  if (!address) throw new AppError('not_found');
  const door = doorFor(address, new URL(ghl.baseUrl).origin);
  return outerImage(address, { signal: request.signal, door });
}
