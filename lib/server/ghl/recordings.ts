import 'server-only';
import type { Readable } from 'node:stream';
import type { GhlClient, ReadOptions } from './client';
import { GhlHttpError, GhlShapeError } from './errors';
import { callInfo } from './operations';
import type { AnswerHeaders } from './rate-headers';

export type Recording = {
  /** The file ending of what it is, where browsers play that; else null. */
  ending: string | null;
  /** Of what comes: the whole or the part. Null when GHL does not say. */
  sizeBytes: number | null;
  /** When GHL gave the part that was asked for: its place, as a `Content-Range` header says it. */
  contentRange: string | null;
  /** Read it to its end, or destroy it. It may break off. */
  content: Readable;
};

/**
 * The sound of a call or voicemail, as it comes; null when there is none. `range` is passed on as it is ("bytes=0-99");
 * whether GHL heeds it is not known (CONTRACT 1.8), so the whole may come all the same.
 */
export async function getRecording(
  ghl: GhlClient,
  messageId: string,
  { range, ...options }: ReadOptions & { range?: string } = {},
): Promise<Recording | null> {
  const operation = 'get-message-recording';
  const params = { messageId, locationId: ghl.locationId };
  try {
    const { status, headers, content } = await ghl.download(operation, { params, range, ...options });
    const field = wrongField(status, headers, range);
    if (field) {
      content.destroy();
      throw new GhlShapeError(callInfo(operation), { field });
    }
    return {
      ending: endings[typeOf(headers)] ?? null,
      sizeBytes: sizeOf(headers),
      contentRange: status === 206 ? header(headers, 'content-range') : null,
      content,
    };
  } catch (error) {
    // Every refusal that is about the message: a call that nobody recorded, or not yet.
    if (error instanceof GhlHttpError && [400, 404, 422].includes(error.status)) return null;
    throw error;
  }
}

/** Of what browsers play. GHL documents `audio/x-wav` (CONTRACT 1.8). */
const endings: Record<string, string> = {
  'audio/x-wav': 'wav',
  'audio/wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/webm': 'webm',
};

/** A page or JSON in place of sound is no recording, whatever its status says. */
function wrongField(status: number, headers: AnswerHeaders, asked: string | undefined): string | null {
  const type = typeOf(headers);
  const isSound = type === '' || type.startsWith('audio/') || type.endsWith('/octet-stream');
  if (!isSound) return 'content-type';
  if (status === 200) return null;
  if (status !== 206 || asked === undefined) return 'status';
  const given = /^bytes (\d{1,15})-\d{1,15}\/(?:\d{1,15}|\*)$/.exec(header(headers, 'content-range') ?? '');
  const first = /^bytes=(\d+)-/.exec(asked)?.[1];
  // Another part than was asked for would be played at the wrong place.
  return given && (first === undefined || Number(given[1]) === Number(first)) ? null : 'content-range';
}

function sizeOf(headers: AnswerHeaders): number | null {
  const text = header(headers, 'content-length');
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function typeOf(headers: AnswerHeaders): string {
  return (header(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function header(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}
