import { File, FileArchive, FileText, Image, Music, Video } from 'lucide-react';
import type { DraftFile } from '@/lib/client/drafts';
import { previewUrl } from '@/lib/client/file-previews';
import { fileEnding } from '@/lib/shared/attachment-rules';

const icons: Record<string, typeof File> = {
  jpg: Image,
  jpeg: Image,
  png: Image,
  mp4: Video,
  mpeg: Video,
  mp3: Music,
  wav: Music,
  zip: FileArchive,
  rar: FileArchive,
  pdf: FileText,
  doc: FileText,
  docx: FileText,
  txt: FileText,
};

/** The picture itself while this tab has it, else what kind of file it is. */
export function FileThumb({ file }: { file: Pick<DraftFile, 'localId' | 'name'> }) {
  const url = previewUrl(file.localId);
  const Icon = icons[fileEnding(file.name)] ?? File;
  return (
    <span className="grid size-8 shrink-0 place-items-center overflow-hidden rounded-control bg-sunk text-ink-3 [&_svg]:size-4">
      {url ? (
        // biome-ignore lint/performance/noImgElement: a picture of this tab's own memory
        <img src={url} alt="" className="size-full object-cover" />
      ) : (
        <Icon aria-hidden />
      )}
    </span>
  );
}
