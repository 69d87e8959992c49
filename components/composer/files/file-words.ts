import type { DraftFile } from '@/lib/client/drafts';
import { formatBytes } from '@/lib/shared/format-bytes';

/** What stands beneath the name of a file. */
export function fileWords({ state, error, sizeBytes, progress }: DraftFile): string {
  if (state === 'failed') return error ?? 'Not uploaded';
  const size = sizeBytes > 0 ? formatBytes(sizeBytes) : 'Attached';
  if (state === 'done') return size;
  // All of it has left; GHL has not said that it has it.
  return progress >= 1 ? `${size} · finishing` : `${size} · ${Math.floor(progress * 100)} %`;
}

/** For who does not see the list: said when something is there or was refused, not at every percent. */
export function uploadWords(files: readonly DraftFile[]): string {
  if (files.length === 0) return '';
  const count = (state: DraftFile['state']) => files.filter((file) => file.state === state).length;
  const failed = count('failed') > 0 ? `, ${count('failed')} not uploaded` : '';
  return `${count('done')} of ${files.length} ${files.length === 1 ? 'file' : 'files'} attached${failed}`;
}
