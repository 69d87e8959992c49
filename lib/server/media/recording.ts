import 'server-only';
import type { Recording } from '@/lib/server/ghl/recordings';
import { AppError } from '@/lib/server/http/app-error';
import { askedRange, givenPart, hasSize, rangedResponse } from './byte-ranges';
import { fileHeaders } from './stored-file';

/** Hours of talk in the largest form that GHL keeps. */
const maxRecordingBytes = 500 * 1024 * 1024;

/**
 * A recording for a player, with our headers only and in the part that it asks for, whether GHL gave that part or the
 * whole (CONTRACT 1.8).
 */
export function recordingResponse(request: Request, recording: Recording, name: string): Response {
  const { content, sizeBytes, contentRange } = recording;
  const range = askedRange(request);
  const refusal = refusalOf(recording, range);
  if (refusal) {
    content.destroy();
    throw refusal;
  }
  return rangedResponse(
    request,
    { content, sizeBytes, contentRange },
    {
      range,
      headers: fileHeaders(`${name}.${recording.ending ?? 'bin'}`),
      maxBytes: maxRecordingBytes,
    },
  );
}

function refusalOf({ sizeBytes, contentRange }: Recording, range: string | undefined): AppError | null {
  const part = contentRange === null || range === undefined ? null : givenPart(contentRange, range);
  const isWrongPart = contentRange !== null && (!part || !hasSize(part, sizeBytes));
  if (isWrongPart) return new AppError('ghl_unreadable');
  if ((part?.wholeBytes ?? sizeBytes ?? 0) <= maxRecordingBytes) return null;
  return new AppError('payload_too_large', {
    message: 'This recording is too large to be played here. Open the conversation in GoHighLevel.',
  });
}
