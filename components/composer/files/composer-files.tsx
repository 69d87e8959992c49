import { RotateCw, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { IconButton } from '@/components/ui/icon-button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { canRetryUpload, removeFile, retryUpload } from '@/lib/client/draft-files';
import type { DraftFile } from '@/lib/client/drafts';
import { FileThumb } from './file-thumb';
import { fileWords, uploadWords } from './file-words';

type ComposerFilesProps = {
  place: { key: string };
  files: DraftFile[];
  /** The last file is gone, and with it the button that was pressed: the focus needs a place. */
  onRemoved: () => void;
};

/** What goes with the message: how far it is, and a way to take each away, also by Delete on it. */
export function ComposerFiles({ place, files, onRemoved }: ComposerFilesProps) {
  const listRef = useRef<HTMLUListElement>(null);

  function remove(localId: string) {
    const index = files.findIndex((file) => file.localId === localId);
    const next = files[index + 1] ?? files[index - 1];
    removeFile(place.key, localId);
    if (!next) return onRemoved();
    listRef.current?.querySelector<HTMLElement>(`[data-remove="${next.localId}"]`)?.focus();
  }

  return (
    <>
      {/* Always there: what appears together with its words is not read out. */}
      <VisuallyHidden role="status">{uploadWords(files)}</VisuallyHidden>
      {files.length > 0 && (
        <ul ref={listRef} aria-label="Attachments" className="flex flex-wrap gap-2 px-3 pb-1.5">
          {files.map((file) => (
            <li
              key={file.localId}
              className="relative flex min-w-44 max-w-full items-center gap-2 overflow-hidden rounded-field border border-line py-1 pr-1 pl-1.5 text-12 phone:min-w-full"
              onKeyDown={(event) => {
                if (!isRemoveKey(event)) return;
                event.preventDefault();
                remove(file.localId);
              }}
            >
              <FileThumb file={file} />
              <span className="min-w-0">
                <span className="block truncate font-semibold" title={file.name}>
                  <BidiText>{file.name}</BidiText>
                </span>
                <span
                  className={file.state === 'failed' ? 'block text-bad' : 'block text-ink-3 tabular-nums'}
                >
                  {fileWords(file)}
                </span>
              </span>
              <span className="ml-auto flex">
                {file.state === 'failed' && canRetryUpload(file.localId) && (
                  <IconButton
                    size="sm"
                    label={`Upload ${file.name} again`}
                    onClick={() => {
                      retryUpload(file.localId);
                      listRef.current?.querySelector<HTMLElement>(`[data-remove="${file.localId}"]`)?.focus();
                    }}
                  >
                    <RotateCw aria-hidden />
                  </IconButton>
                )}
                <IconButton
                  size="sm"
                  data-remove={file.localId}
                  label={file.state === 'uploading' ? `Cancel ${file.name}` : `Remove ${file.name}`}
                  onClick={() => remove(file.localId)}
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
      )}
    </>
  );
}

function isRemoveKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key === 'Delete' || key === 'Backspace') && !ctrlKey && !metaKey && !altKey;
}
