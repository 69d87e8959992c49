import { Paperclip, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { ApiError } from '@/lib/client/api';
import { newClientId } from '@/lib/client/client-id';
import { uploadFile } from '@/lib/client/uploads';
import { uploadAccept, uploadProblem } from '@/lib/shared/attachment-rules';
import { maxAttachments, type SentFile } from '@/lib/shared/contract/send';
import { formatBytes } from '@/lib/shared/format-bytes';

/** On its way, or refused. */
type Pending = { id: string; name: string; progress: number; error: string | null };

type SnippetFilesProps = {
  locationId: string;
  files: readonly SentFile[];
  error: string | undefined;
  onAdd: (file: SentFile) => void;
  onRemove: (uploadId: string) => void;
  /** While a file is on its way nothing is saved: it would be left out. */
  onUploading: (isUploading: boolean) => void;
};

/** Files that go with every message the snippet is put into. */
export function SnippetFiles(props: SnippetFilesProps) {
  const { locationId, files, error, onAdd, onRemove, onUploading } = props;
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const underWay = useRef(0);
  const pickerRef = useRef<HTMLInputElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);

  function change(id: string, next: Partial<Pending> | null) {
    setPending((known) =>
      known.flatMap((each) => (each.id !== id ? each : next === null ? [] : { ...each, ...next })),
    );
  }

  function add(picked: readonly File[]) {
    const room = maxAttachments - files.length - pending.length;
    picked.forEach((file, index) => {
      const problem =
        index >= room
          ? `At most ${maxAttachments} files go with one message.`
          : uploadProblem({ name: file.name, sizeBytes: file.size });
      const id = newClientId();
      setPending((known) => [...known, { id, name: file.name, progress: 0, error: problem }]);
      if (!problem) void upload(id, file);
    });
  }

  async function upload(id: string, file: File) {
    underWay.current += 1;
    onUploading(true);
    try {
      const onProgress = (progress: number) => change(id, { progress });
      const { signal } = new AbortController();
      onAdd(await uploadFile(file, { locationId, snippet: '1', onProgress, signal }));
      change(id, null);
    } catch (failure) {
      const words = failure instanceof ApiError ? failure.message : 'The file could not be uploaded.';
      change(id, { error: words });
    }
    underWay.current -= 1;
    onUploading(underWay.current > 0);
  }

  /** The button that was pressed is gone with its file. */
  function remove(uploadId: string) {
    onRemove(uploadId);
    buttonRef.current?.focus();
  }

  return (
    <div className="grid gap-2">
      <ul aria-label="Files" className="grid gap-1.5 empty:hidden">
        {files.map(({ uploadId, name, sizeBytes }) => (
          <FileLine
            key={uploadId}
            name={name}
            words={formatBytes(sizeBytes)}
            onRemove={() => remove(uploadId)}
          />
        ))}
        {pending.map(({ id, name, progress, error: words }) => (
          <FileLine
            key={id}
            name={name}
            words={words ?? `Uploading · ${Math.round(progress * 100)} %`}
            isBad={words !== null}
            onRemove={
              words === null
                ? null
                : () => {
                    change(id, null);
                    buttonRef.current?.focus();
                  }
            }
          />
        ))}
      </ul>
      <div>
        <Button ref={buttonRef} size="sm" onClick={() => pickerRef.current?.click()}>
          <Paperclip aria-hidden />
          Attach a file
        </Button>
        <input
          ref={pickerRef}
          type="file"
          multiple
          hidden
          aria-label="Files of the snippet"
          accept={uploadAccept}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // The same file may be picked again after it was removed.
            event.target.value = '';
          }}
        />
      </div>
      {error && (
        <p role="alert" className="font-medium text-12 text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

type FileLineProps = { name: string; words: string; isBad?: boolean; onRemove: (() => void) | null };

function FileLine({ name, words, isBad = false, onRemove }: FileLineProps) {
  return (
    <li className="flex min-w-0 items-center gap-2 rounded-field border border-line py-1 pr-1 pl-2.5 text-12">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">
          <BidiText>{name}</BidiText>
        </span>
        <span className={isBad ? 'block text-bad' : 'block text-ink-3 tabular-nums'}>{words}</span>
      </span>
      {onRemove && (
        <IconButton size="sm" label={`Remove ${name}`} hasTooltip={false} onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
