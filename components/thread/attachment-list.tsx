import { Download, File, FileAudio, FileImage, FileVideo } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '@/lib/shared/contract/message';
import { OuterText } from './outer-text';

type AttachmentListProps = {
  attachments: readonly Attachment[];
  /** Our own address of a file: GHL's never reaches the browser. */
  hrefOf: (index: number) => string;
};

export function AttachmentList({ attachments, hrefOf }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="flex flex-wrap gap-2">
      {attachments.map((attachment) => (
        <li key={attachment.index} className="min-w-0 max-w-full">
          {attachment.kind === 'image' ? (
            <Thumbnail attachment={attachment} href={hrefOf(attachment.index)} />
          ) : (
            <FileChip attachment={attachment} href={hrefOf(attachment.index)} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Its size is fixed before it arrives, so that nothing jumps. */
function Thumbnail({ attachment, href }: { attachment: Attachment; href: string }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <FileChip attachment={attachment} href={href} />;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="block rounded-card">
      {/* biome-ignore lint/performance/noImgElement: the optimiser is off, it would fetch what strangers name */}
      <img
        src={href}
        alt={attachment.name || 'Image'}
        width={200}
        height={150}
        loading="lazy"
        decoding="async"
        onError={() => setIsBroken(true)}
        className="h-[150px] w-[200px] rounded-card border border-line bg-sunk object-cover"
      />
    </a>
  );
}

const icons = { image: FileImage, video: FileVideo, audio: FileAudio, file: File };

function FileChip({ attachment, href }: { attachment: Attachment; href: string }) {
  const Icon = icons[attachment.kind];
  const name = attachment.name || 'File without a name';
  return (
    <a
      href={href}
      download={name}
      className="flex min-h-9 max-w-72 items-center gap-2 rounded-field border border-line bg-panel px-2.5 py-1.5 text-12 text-ink transition-colors hover:bg-hover touch:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-2" />
      <OuterText text={name} className="min-w-0 truncate font-medium" />
      <Download aria-label="Download" className="size-3.5 shrink-0 text-ink-3" />
    </a>
  );
}
