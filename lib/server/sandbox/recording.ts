import 'server-only';
import { type Answer, type Call, param, requireMessage, requireOwnLocation } from './call';
import { recordedSeconds, sentencesOf } from './call-script';
import { drawCallSound } from './call-sound';
import type { MessageRecord } from './records';
import { httpException } from './refusal';

/** The call of both recording and transcript: its location stands in the path. */
export function requireRecorded(call: Call): { message: MessageRecord; seconds: number } {
  requireOwnLocation(call, param(call, 'locationId'));
  const message = requireMessage(call, param(call, 'messageId'));
  const seconds = recordedSeconds(message);
  // The document knows no 404 here (CONTRACT 1.8: "missing recording = 4xx").
  if (seconds === undefined) throw httpException(400, 'No recording found for this message');
  return { message, seconds };
}

/** Whole at every call: whether GHL knows Range is unknown, so it is ignored (CONTRACT 1.8). */
export function getRecording(call: Call): Answer {
  const { message, seconds } = requireRecorded(call);
  return {
    status: 200,
    body: drawCallSound(seconds, sentencesOf(message)),
    headers: { 'content-type': 'audio/x-wav', 'content-disposition': 'attachment; filename=audio.wav' },
  };
}
