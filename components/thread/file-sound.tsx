import type { Attachment } from '@/lib/shared/contract/message';
import { FileCard } from './file-card';
import { fileName } from './file-words';
import { SoundBar } from './sound-bar';

type FileSoundProps = { attachment: Attachment; href: string };

export function FileSound({ attachment, href }: FileSoundProps) {
  return (
    <div className="flex w-80 max-w-full flex-col gap-1">
      <SoundBar
        src={href}
        name={fileName(attachment)}
        className="rounded-card border border-line bg-panel px-2 py-1"
      />
      <FileCard attachment={attachment} href={href} />
    </div>
  );
}
