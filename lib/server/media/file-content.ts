import 'server-only';
import { fileEnding } from '@/lib/shared/attachment-rules';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const zip = [ascii('PK\x03\x04'), ascii('PK\x05\x06')];
const jpeg = [Buffer.from([0xff, 0xd8, 0xff])];

/** How the files of each ending begin; `at` is where the sign stands. */
const signs: Record<string, { at: number; any: Buffer[] }> = {
  jpg: { at: 0, any: jpeg },
  jpeg: { at: 0, any: jpeg },
  png: { at: 0, any: [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])] },
  mp4: { at: 4, any: [ascii('ftyp')] },
  mpeg: { at: 0, any: [Buffer.from([0, 0, 1, 0xba]), Buffer.from([0, 0, 1, 0xb3])] },
  zip: { at: 0, any: zip },
  rar: { at: 0, any: [ascii('Rar!')] },
  pdf: { at: 0, any: [ascii('%PDF-')] },
  doc: { at: 0, any: [Buffer.from([0xd0, 0xcf, 0x11, 0xe0])] },
  docx: { at: 0, any: zip },
  mp3: {
    at: 0,
    any: [ascii('ID3'), Buffer.from([0xff, 0xfb]), Buffer.from([0xff, 0xf3]), Buffer.from([0xff, 0xf2])],
  },
  wav: { at: 0, any: [ascii('RIFF')] },
};

const mediaTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** By its ending, which its content was found to agree with: what the browser says of it is not asked. */
export function mediaTypeOf(name: string): string {
  return mediaTypes[fileEnding(name)] ?? 'application/octet-stream';
}

/** So much of the beginning is looked at. */
export const judgedBytes = 1024;

/**
 * Whether a file begins as what its ending says, and hides nothing that a browser would run: a picture or a sound can
 * be a page too, for whoever opens it as one.
 */
export function contentMatchesEnding(name: string, content: Buffer): boolean {
  const ending = fileEnding(name);
  if (isMarkup(content)) return false;
  if (ending === 'txt') return !content.includes(0) && !/^\s*<\?xml/i.test(content.toString('latin1'));
  const sign = signs[ending];
  if (!sign) return false;
  if (ending === 'wav' && !content.subarray(8, 12).equals(ascii('WAVE'))) return false;
  return sign.any.some((bytes) => content.subarray(sign.at, sign.at + bytes.length).equals(bytes));
}

/** Not `<?xml`: pictures carry such descriptions of themselves. */
const markup = /<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|hta:|meta\b|img\b)|javascript:/i;

function isMarkup(content: Buffer): boolean {
  const begin = content.subarray(0, judgedBytes);
  // In UTF-16 every second byte is none.
  return markup.test(begin.toString('latin1')) || markup.test(begin.toString('latin1').replaceAll('\0', ''));
}

/** Far more than is kept of a name. */
const maxReadSigns = 1000;

/** A file name that is safe in a header and on a disk: one line, no folders, nothing invisible, at most 150 bytes. */
export function safeFileName(name: string): string {
  // Cut first, from its middle: what is done below takes as long as the square of it.
  const short =
    name.length > maxReadSigns ? `${name.slice(0, maxReadSigns / 2)}${name.slice(-maxReadSigns / 2)}` : name;
  const plain = short
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[.\s]+/, '')
    .trim();
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? [...plain.slice(dot)].slice(0, 12).join('') : '';
  let stem = dot > 0 ? plain.slice(0, dot) : plain;
  while (Buffer.byteLength(stem + ending) > 150) stem = [...stem].slice(0, -1).join('');
  return stem + ending || 'file';
}
