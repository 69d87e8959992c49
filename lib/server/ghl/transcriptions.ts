import 'server-only';
import { z } from 'zod';
import type { Transcript, TranscriptSentence } from '@/lib/shared/contract/transcript';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import { isRecord, wireCount, wireText } from './wire';

const keptMs = 3_000;
/** A day of talk is less. */
const maxTextBytes = 5 * 1024 * 1024;

/** The longest calls have fewer; each is a row on the screen. */
const maxSentences = 5000;

/** Numbers arrive as texts (CONTRACT 1.8). */
const sentenceWireSchema = z.object({
  mediaChannel: wireCount,
  sentenceIndex: wireCount,
  startTime: wireCount,
  endTime: wireCount,
  transcript: wireText,
  confidence: wireCount,
});

/**
 * What was said in a call, in the order it was said. No sentences: GHL is not done with it yet, or nobody spoke. What
 * has no words is left out.
 */
export function getTranscription(
  ghl: GhlClient,
  messageId: string,
  options: ReadOptions = {},
): Promise<Transcript> {
  const operation = 'get-message-transcription';
  const id = checkedId(operation, 'messageId', messageId);
  return ghl.reads.read(
    `transcription:${id}`,
    keptMs,
    async (shared) => {
      const params = { messageId: id, locationId: ghl.locationId };
      const answer = await ghl.call(operation, { params, schema: z.unknown(), ...shared });
      const said = rows(answer)
        .flatMap((row) => readSentence(row) ?? [])
        .sort((one, other) => placeOf(one) - placeOf(other));
      return { sentences: said.slice(0, maxSentences), left: Math.max(0, said.length - maxSentences) };
    },
    options,
  );
}

/** The same as one text, as GHL writes it. */
export async function downloadTranscription(
  ghl: GhlClient,
  messageId: string,
  options: ReadOptions = {},
): Promise<string> {
  const operation = 'download-message-transcription';
  const params = { messageId, locationId: ghl.locationId };
  const { headers, content } = await ghl.download(operation, { params, ...options });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    if (/html|json/i.test(String(headers['content-type'])))
      throw new GhlShapeError(callInfo(operation), { field: 'content-type' });
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > maxTextBytes) throw new GhlShapeError(callInfo(operation), { field: '(answer too large)' });
      chunks.push(chunk);
    }
  } finally {
    content.destroy();
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A list in reality, one sentence by the documents, and whatever a list may be wrapped in. */
function rows(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  if (!isRecord(answer)) return [];
  if ('transcript' in answer) return [answer];
  const list = Object.values(answer).find(Array.isArray);
  return list ?? [];
}

function readSentence(value: unknown): TranscriptSentence | null {
  const { data } = sentenceWireSchema.safeParse(value);
  if (!data?.transcript) return null;
  return {
    channel: data.mediaChannel,
    index: data.sentenceIndex,
    startMs: timeIn(data.startTime),
    endMs: timeIn(data.endTime),
    text: data.transcript,
    confidence: data.confidence,
  };
}

/** A time in a call; nothing was said before it began. */
function timeIn(ms: number | null): number | null {
  return ms !== null && ms >= 0 ? ms : null;
}

function placeOf({ index, startMs }: TranscriptSentence): number {
  return index ?? startMs ?? 0;
}
