import 'server-only';
import { type Answer, type Call, ok } from './call';
import { isTranscribed, sentencesOf } from './call-script';
import { requireRecorded } from './recording';
import { httpException } from './refusal';

/** A bare list, its numbers strings, empty until it is written (CONTRACT 1.8). Times are ms, as the document says. */
export function getTranscription(call: Call): Answer {
  const { message } = requireRecorded(call);
  if (!isTranscribed(message, call.location.now())) return ok([]);
  return ok(
    sentencesOf(message).map((sentence, i) => ({
      mediaChannel: String(sentence.channel),
      sentenceIndex: String(i),
      startTime: String(sentence.startMs),
      endTime: String(sentence.endMs),
      transcript: sentence.text,
      confidence: String(sentence.confidence),
    })),
  );
}

export function downloadTranscription(call: Call): Answer {
  const { message } = requireRecorded(call);
  if (!isTranscribed(message, call.location.now())) {
    throw httpException(400, 'No transcription found for this message');
  }
  const lines = sentencesOf(message).map(({ channel, text }) => `Speaker ${channel}: ${text}\n`);
  return {
    status: 200,
    body: Buffer.from(lines.join('')),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="transcription.txt"',
    },
  };
}
