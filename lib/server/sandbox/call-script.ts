import 'server-only';
import { callEnding, callExchanges, callOpening, voicemailTalk } from './call-talk';
import { createPrng } from './prng';
import type { MessageRecord, TalkLine } from './records';

/** One sentence of a call with its place in the recording. */
export type Sentence = {
  /** 1 is who called, 2 who was called (CONTRACT 1.8 knows two sides; which is which is a GUESS). */
  channel: 1 | 2;
  text: string;
  startMs: number;
  endMs: number;
  confidence: number;
};

/** A calm speaker: so many ms for each letter, and a breath between two sentences. */
const letterMs = 62;
const shortestMs = 700;
const breathMs = 350;
/** GHL takes a while to write the words down; how long is a GUESS. */
const transcribingMs = 60_000;

function isCall(message: MessageRecord): boolean {
  return /^TYPE_(IVR_|CAMPAIGN_|CUSTOM_)?(CALL|VOICEMAIL)$/.test(message.messageType);
}

/** The seconds that were recorded; undefined when nobody spoke, or when a provider brought no recording. */
export function recordedSeconds(message: MessageRecord): number | undefined {
  if (!isCall(message)) return undefined;
  const { call } = message.meta ?? {};
  const duration =
    typeof call === 'object' && call !== null && 'duration' in call ? Number(call.duration) : 0;
  const isExternal = message.messageType === 'TYPE_CUSTOM_CALL' || message.subType === 'EXTERNAL_CALL';
  if (isExternal && !message.attachments?.length) return undefined;
  return duration > 0 && Number.isFinite(duration) ? duration : undefined;
}

export function isTranscribed(message: MessageRecord, now: number): boolean {
  const seconds = recordedSeconds(message);
  if (seconds === undefined) return false;
  return now >= (message.transcriptReadyAt ?? message.dateAdded + seconds * 1000 + transcribingMs);
}

/** What is said when: the sound and the transcript are both made of this, so that they fit. */
export function sentencesOf(message: MessageRecord): Sentence[] {
  const totalMs = (recordedSeconds(message) ?? 0) * 1000;
  const random = createPrng(`talk:${message.id}`);
  const lines = message.talk ?? talkFor(message, totalMs);
  const natural = lines.map((line) => naturalMs(line.text));
  const spokenMs = natural.reduce((sum, ms) => sum + ms, 0);
  // Too much for the time: they speak faster. Too little: the pauses grow.
  const pace = Math.min(1, (totalMs * 0.94) / Math.max(1, spokenMs));
  const pauseMs = (totalMs - spokenMs * pace) / (lines.length + 1);
  let at = 0;
  return lines.map((line, i) => {
    const startMs = Math.round(at + pauseMs);
    at = startMs + (natural[i] ?? 0) * pace;
    const isCaller = line.isTheirs === (message.direction === 'inbound');
    return {
      channel: isCaller ? 1 : 2,
      text: line.text,
      startMs,
      endMs: Math.round(at),
      confidence: random.between(71, 99) / 100,
    };
  });
}

function talkFor(message: MessageRecord, totalMs: number): TalkLine[] {
  if (message.messageType.endsWith('VOICEMAIL') || message.status === 'voicemail') {
    return parseTalk(voicemailTalk).filter((_, i) => i === 0 || i * 5_000 < totalMs);
  }
  const lines = parseTalk(callOpening);
  const ending = parseTalk(callEnding);
  let leftMs = totalMs - lengthOf(lines) - lengthOf(ending);
  for (const exchange of createPrng(`call:${message.id}`).shuffled(callExchanges)) {
    const more = parseTalk(exchange);
    leftMs -= lengthOf(more);
    if (leftMs < 0) break;
    lines.push(...more);
  }
  return [...lines, ...ending];
}

/** `>` is the contact, `<` the team. */
export function parseTalk(lines: readonly string[]): TalkLine[] {
  return lines.map((line) => ({ isTheirs: line.startsWith('>'), text: line.slice(1).trim() }));
}

function lengthOf(lines: readonly TalkLine[]): number {
  return lines.reduce((sum, line) => sum + naturalMs(line.text) + breathMs, 0);
}

function naturalMs(text: string): number {
  return Math.max(shortestMs, text.length * letterMs);
}
