import { RotateCw, X } from 'lucide-react';
import { BidiText } from '@/components/ui/bidi-text';
import { IconButton } from '@/components/ui/icon-button';
import { canRetryUpload, removeFile, retryUpload } from '@/lib/client/draft-files';
import type { DraftFile } from '@/lib/client/drafts';
import { formatBytes } from '@/lib/shared/format-bytes';

type Place = { key: string; locationId: string; conversationId: string };

type ComposerFilesProps = {
  place: Place;
  files: DraftFile[];
  /** The button that was pressed is gone with its file: the focus needs a place. */
  onRemoved: () => void;
};

export function ComposerFiles({ place, files, onRemoved }: ComposerFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="flex flex-wrap gap-2 px-3 pb-1.5">
      {files.map((file) => (
        <li
          key={file.localId}
          className="relative flex min-w-44 max-w-full items-center gap-2 overflow-hidden rounded-field border border-line py-1 pr-1 pl-2.5 text-12"
        >
          <span className="min-w-0">
            <span className="block truncate font-semibold">
              <BidiText>{file.name}</BidiText>
            </span>
            <span className={file.state === 'failed' ? 'block text-bad' : 'block text-ink-3'}>
              {stateWords(file)}
            </span>
          </span>
          <span className="ml-auto flex">
            {file.state === 'failed' && canRetryUpload(file.localId) && (
              <IconButton
                size="sm"
                label={`Upload ${file.name} again`}
                onClick={() => retryUpload(place, file.localId)}
              >
                <RotateCw aria-hidden />
              </IconButton>
            )}
            <IconButton
              size="sm"
              label={`Remove ${file.name}`}
              onClick={() => {
                removeFile(place.key, file.localId);
                onRemoved();
              }}
            >
              <X aria-hidden />
            </IconButton>
          </span>
          {file.state === 'uploading' && (
            <progress
              aria-label={`Uploading ${file.name}`}
              className="absolute inset-x-0 bottom-0 h-0.5 w-full appearance-none [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent"
              value={file.progress}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function stateWords(file: DraftFile): string {
  if (file.state === 'failed') return file.error ?? 'Not uploaded';
  const size = file.sizeBytes > 0 ? formatBytes(file.sizeBytes) : 'Attached';
  return file.state === 'uploading' ? `${size} · ${Math.round(file.progress * 100)} %` : size;
}
