import 'server-only';
import { z } from 'zod';

// GHL's answers differ from its documents and from one another (CONTRACT 1), so no single field may cost a row:
// each of these reads what it can and answers null, zero or an empty list for the rest. None of them ever fails.

/** Anything at all, also nothing: zod takes a missing key only when told so. */
export const wireAny = z.unknown().optional();

/** A text; numbers become texts; empty and everything else is null. */
export const wireText = lenient((value) => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
});

/** An id that a path can hold; null when it is anything else. */
export const wireId = lenient((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : null;
});

/** A number, also one written as text; null when it is neither. */
export const wireCount = lenient((value) => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
});

/** True, "true" and 1 are true; everything else, absent included, is false. */
export const wireFlag = lenient((value) => value === true || value === 'true' || value === 1);

/** Milliseconds, from any of the four forms of CONTRACT 1.2. */
export const wireTime = lenient(readTime);

export const wireDirection = lenient((value) => {
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  return word === 'inbound' || word === 'outbound' ? word : null;
});

/** The texts of a list; a lone text is a list of one. */
export const wireTexts = lenient((value) =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => {
    const text = wireText.parse(item);
    return text === null ? [] : [text];
  }),
);

/** The items of a list, unread; anything else is an empty list. */
export const wireList = lenient((value) => (Array.isArray(value) ? value.map((item): unknown => item) : []));

/** An object of the schema, or null when it is none. */
export function wireObject<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullable()
    .catch(null)
    .optional()
    .transform((value) => value ?? null);
}

/** The answer's object under any of the keys, or the answer itself: both envelopes are in the wild (CONTRACT 1.1). */
export function unwrapped(answer: unknown, ...keys: string[]): unknown {
  if (!isRecord(answer)) return answer;
  const key = keys.find((name) => isRecord(answer[name]));
  return key === undefined ? answer : answer[key];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lenient<Value>(read: (value: unknown) => Value) {
  return z.unknown().optional().transform(read);
}

function readTime(value: unknown): number | null {
  if (isRecord(value)) return readTimestamp(value);
  if (typeof value === 'string') {
    const text = value.trim();
    return validTime(/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));
  }
  return typeof value === 'number' ? validTime(value) : null;
}

function readTimestamp(value: Record<string, unknown>): number | null {
  const seconds = wireCount.parse(value.seconds ?? value._seconds);
  const nanoseconds = wireCount.parse(value.nanoseconds ?? value._nanoseconds) ?? 0;
  return seconds === null ? null : validTime(seconds * 1000 + nanoseconds / 1_000_000);
}

function validTime(timeMs: number): number | null {
  const time = new Date(Math.floor(timeMs)).getTime();
  return Number.isNaN(time) ? null : time;
}
