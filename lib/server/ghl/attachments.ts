import 'server-only';
import type { Attachment } from '@/lib/shared/contract/message';
import { isRecord } from './wire';

/** The addresses of a message's files, in an order that stays: the browser names a file by its place only. */
export function attachmentUrls(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item: unknown) => {
    const url = isRecord(item) ? item.url : item;
    return typeof url === 'string' && /^https?:\/\//i.test(url.trim()) ? [url.trim()] : [];
  });
}

export function attachmentsOf(urls: string[]): Attachment[] {
  return urls.map((url, index) => {
    const name = fileName(url) ?? `attachment-${index + 1}`;
    return { index, name, kind: kindOf(name) };
  });
}

const maxNameLength = 150;

/** The last part of the address, as one harmless line; null when nothing is left of it. */
function fileName(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const name = decoded(last)
    // A decoded name can hold folders again, or signs that turn its ending around.
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim();
  if (name === '' || /^\.+$/.test(name)) return null;
  return name.length > maxNameLength ? name.slice(-maxNameLength) : name;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function kindOf(name: string): Attachment['kind'] {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return kinds[ending] ?? 'file';
}

const kinds: Record<string, Attachment['kind']> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  heic: 'image',
  bmp: 'image',
  mp4: 'video',
  mpeg: 'video',
  mpg: 'video',
  mov: 'video',
  webm: 'video',
  '3gp': 'video',
  mp3: 'audio',
  wav: 'audio',
  ogg: 'audio',
  oga: 'audio',
  m4a: 'audio',
  aac: 'audio',
  amr: 'audio',
};
