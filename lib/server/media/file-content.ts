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

/** Whether a file is what its ending says. A text must not be markup in disguise, nor hold what no text holds. */
export function contentMatchesEnding(name: string, content: Buffer): boolean {
  const ending = fileEnding(name);
  if (ending === 'txt') return isPlainText(content);
  const sign = signs[ending];
  if (!sign) return false;
  return sign.any.some((bytes) => content.subarray(sign.at, sign.at + bytes.length).equals(bytes));
}

function isPlainText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  return !/<\s*(!doctype|html|script|svg|body|iframe|\?xml)/i.test(
    content.subarray(0, 1024).toString('latin1'),
  );
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
