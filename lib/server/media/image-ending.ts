import 'server-only';

const signs: [ending: string, isThat: (bytes: Buffer) => boolean][] = [
  ['png', (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n')],
  ['jpeg', (bytes) => begins(bytes, '\xff\xd8\xff')],
  ['gif', (bytes) => begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a')],
  ['webp', (bytes) => begins(bytes, 'RIFF') && bytes.toString('latin1', 8, 12) === 'WEBP'],
];

/** So many bytes are enough to know. */
export const signBytes = 12;

/** The file ending of what a picture is by its first bytes, whatever it says of itself; null for all but these four kinds. */
export function imageEnding(beginning: Buffer): string | null {
  return signs.find(([, isThat]) => isThat(beginning))?.[0] ?? null;
}

function begins(bytes: Buffer, sign: string): boolean {
  return bytes.toString('latin1', 0, sign.length) === sign;
}
