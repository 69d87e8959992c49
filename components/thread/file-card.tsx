import { Download, FileArchive, FileAudio, File as FileIcon, FileText, FileVideo } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { Spinner } from '@/components/ui/spinner';
import { downloadFile } from '@/lib/client/download-file';
import { useFileSize } from '@/lib/client/queries/files';
import type { Attachment } from '@/lib/shared/contract/message';
import { fileName, fileWords } from './file-words';
import { OuterText } from './outer-text';

type FileCardProps = { attachment: Attachment; href: string };

/** A file to save: name, type, size. When it cannot be had, it says why in its own place; pressing it tries again. */
export function FileCard({ attachment, href }: FileCardProps) {
  const size = useFileSize(href);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const name = fileName(attachment);
  const Icon = iconOf(attachment);

  async function save(event: MouseEvent) {
    // A new tab or a copied address is the browser's own affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isPending) return;
    setIsPending(true);
    const reason = await downloadFile(href, name).then(
      () => null,
      (error: Error) => error.message,
    );
    setProblem(reason);
    setIsPending(false);
  }

  return (
    <a
      href={href}
      download={name}
      onClick={(event) => void save(event)}
      className="flex min-h-[52px] w-80 max-w-full items-center gap-2.5 rounded-card border border-line bg-panel px-3 py-2 text-12 text-ink transition-colors hover:bg-hover"
    >
      <span className="flex size-9 shrink-0 items-center justify-center rounded-control bg-sunk text-ink-2">
        <Icon aria-hidden className="size-[18px]" />
      </span>
      <span className="min-w-0 flex-1">
        <OuterText text={name} className="block truncate font-medium text-13" />
        {problem ? (
          <span role="alert" className="line-clamp-2 block text-bad">
            {problem} <span className="font-semibold underline underline-offset-2">Retry</span>
          </span>
        ) : (
          <span className="block text-ink-3 tabular-nums">{fileWords(attachment, size)}</span>
        )}
      </span>
      {isPending ? (
        <Spinner label="Downloading" className="size-3.5 text-ink-3" />
      ) : (
        <Download aria-label="Download" className="size-3.5 shrink-0 text-ink-3" />
      )}
    </a>
  );
}

function iconOf({ name, kind }: Attachment) {
  if (kind === 'audio') return FileAudio;
  if (kind === 'video') return FileVideo;
  if (/\.(?:zip|rar)$/i.test(name)) return FileArchive;
  return /\.(?:pdf|docx?|txt)$/i.test(name) ? FileText : FileIcon;
}
