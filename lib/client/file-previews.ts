import { fileEnding } from '@/lib/shared/attachment-rules';

/** Each holds its file in memory. */
const maxPreviews = 20;
const pictures = ['jpg', 'jpeg', 'png'];

/** Pictures that this tab has picked, by the local id of the file; after a reload there are none. */
const urls = new Map<string, string>();

export function keepPreview(localId: string, file: File): void {
  if (!pictures.includes(fileEnding(file.name))) return;
  urls.set(localId, URL.createObjectURL(file));
  const [oldest] = urls.keys();
  if (urls.size > maxPreviews && oldest) losePreview(oldest);
}

export function previewUrl(localId: string): string | null {
  return urls.get(localId) ?? null;
}

export function losePreview(localId: string): void {
  const url = urls.get(localId);
  if (url) URL.revokeObjectURL(url);
  urls.delete(localId);
}
