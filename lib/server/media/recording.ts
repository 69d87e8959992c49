import 'server-only';
import type { Recording } from '@/lib/server/ghl/recordings';
import { AppError } from '@/lib/server/http/app-error';
import { askedRange, rangedResponse } from './byte-ranges';
import { fileHeaders } from './stored-file';

/** Hours of talk in the largest form that GHL keeps. */
const maxRecordingBytes = 500 * 1024 * 1024;

/**
 * A recording for a player, with our headers only and in the part that it asks for, whether GHL gave that part or the
 * whole (CONTRACT 1.8).
 */
export function recordingResponse(request: Request, recording: Recording, name: string): Response {
  const { content, sizeBytes, contentRange } = recording;
  if (sizeBytes !== null && sizeBytes > maxRecordingBytes) {
    content.destroy();
    throw new AppError('payload_too_large', {
      message: 'This recording is too large to be played here. Open the conversation in GoHighLevel.',
    });
  }
  return rangedResponse(
    request,
    { content, sizeBytes, contentRange },
    {
      range: askedRange(request),
      headers: fileHeaders(`${name}.${recording.ending ?? 'bin'}`),
      maxBytes: maxRecordingBytes,
    },
  );
}
