import type { Attachment } from '@/lib/shared/contract/message';
import { formatBytes } from '@/lib/shared/format-bytes';

const kindWords = { image: 'Image', video: 'Video', audio: 'Sound', file: 'File' };

export function fileName({ name }: Attachment): string {
  return name || 'File without a name';
}

/** "PDF · 640 KB"; the size once it is known. */
export function fileWords({ name, kind }: Attachment, sizeBytes: number | null): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? kindWords[kind];
  return sizeBytes === null ? ending : `${ending} · ${formatBytes(sizeBytes)}`;
}
