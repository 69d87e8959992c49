import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { uploadMedia } from '@/lib/server/ghl/media';
import { completeUpload, putSigned } from '@/lib/server/ghl/signed-uploads';
import { uploadAttachment } from '@/lib/server/ghl/uploads';
import { remember } from '@/lib/server/remember';
import { maxUploadBytes } from '@/lib/shared/attachment-rules';
import { mediaTypeOf } from './file-content';
import { brokenOff, type IncomingFile } from './incoming-file';
import { largeFileAddress } from './large-files';
import { createSlots, type Slots } from './slots';

type Target = { conversationId: string | null; name: string; personId: string; signal: AbortSignal };

/** Of one person: a browser sends three at a time. */
const maxParallel = 4;
const maxWaiting = 20;

/** Passes a file on to GHL as it comes, and answers the address to send it from. Half of one leaves nothing behind. */
export async function passOn(ghl: GhlClient, file: IncomingFile, target: Target): Promise<{ url: string }> {
  const { conversationId, name, personId, signal } = target;
  let release = () => {};
  try {
    release = await slotsOf(personId).take(signal);
    const { content, sizeBytes } = file;
    const sent = { name, contentType: mediaTypeOf(name), content, sizeBytes };
    if (conversationId === null) return await uploadMedia(ghl, sent, { signal });
    if (sizeBytes > maxUploadBytes) return await passOnLarge(ghl, file, { conversationId, name, signal });
    return await uploadAttachment(ghl, { conversationId, ...sent }, { signal });
  } catch (error) {
    throw file.problem() ?? (signal.aborted ? brokenOff() : error);
  } finally {
    file.content.destroy();
    release();
  }
}

/** A file of WhatsApp that is too large for the plain upload: announced, put where GHL says, completed. */
async function passOnLarge(
  ghl: GhlClient,
  { content, sizeBytes }: IncomingFile,
  { conversationId, name, signal }: { conversationId: string; name: string; signal: AbortSignal },
): Promise<{ url: string }> {
  const contentType = mediaTypeOf(name);
  const announced = { conversationId, name, contentType, sizeBytes, channel: 'WHATSAPP' };
  const address = await largeFileAddress(ghl, announced);
  await putSigned(address, { content, contentType, sizeBytes }, signal);
  return completeUpload(ghl, { ...address, conversationId, name });
}

function slotsOf(personId: string): Slots {
  const all = remember('upload-slots', () => new Map<string, Slots>());
  const known = all.get(personId);
  if (known) return known;
  const slots = createSlots(maxParallel, maxWaiting);
  all.set(personId, slots);
  return slots;
}
