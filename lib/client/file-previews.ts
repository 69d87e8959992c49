import { fileEnding } from '@/lib/shared/attachment-rules';

/** Each holds its file in memory. */
const maxPreviews = 40;
const pictures = ['jpg', 'jpeg', 'png'];

/** Pictures that this tab has picked, by the ids of the file; after a reload there are none. */
const urls = new Map<string, string>();

export function keepPreview(localId: string, file: File): void {
  if (!pictures.includes(fileEnding(file.name))) return;
  urls.set(localId, URL.createObjectURL(file));
  const [oldest] = urls.keys();
  if (urls.size > maxPreviews && oldest) losePreview(oldest);
}

/** What is undone comes back under the id of its upload. */
export function sharePreview(localId: string, uploadId: string): void {
  const url = urls.get(localId);
  if (url) urls.set(uploadId, url);
}

export function previewUrl(id: string): string | null {
  return urls.get(id) ?? null;
}

export function losePreview(id: string): void {
  const lost = urls.get(id);
  if (!lost) return;
  URL.revokeObjectURL(lost);
  for (const [known, url] of urls) if (url === lost) urls.delete(known);
}
