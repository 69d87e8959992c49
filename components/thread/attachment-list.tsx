import { useRef, useState } from 'react';
import type { Attachment } from '@/lib/shared/contract/message';
import { FileCard } from './file-card';
import { FileImage } from './file-image';
import { FileSound } from './file-sound';
import { FileVideo } from './file-video';
import { ImageViewer } from './image-viewer';

type AttachmentListProps = {
  attachments: readonly Attachment[];
  /** Our own address of a file: GHL's never reaches the browser. */
  hrefOf: (index: number) => string;
};

/** The files of a message, each as what it is: pictures to open, films and sound to play, the rest to save. */
export function AttachmentList({ attachments, hrefOf }: AttachmentListProps) {
  const [openIndex, setOpenIndex] = useState<number | null>(null);
  const images = attachments.filter(({ kind }) => kind === 'image');
  const lastOpenRef = useRef(0);
  if (attachments.length === 0) return null;

  function open(index: number) {
    lastOpenRef.current = index;
    setOpenIndex(index);
  }

  return (
    <>
      <ul aria-label="Attachments" className="flex min-w-0 flex-wrap gap-2">
        {attachments.map((attachment) => {
          const href = hrefOf(attachment.index);
          return (
            <li key={attachment.index} className="min-w-0 max-w-full">
              {attachment.kind === 'image' && (
                <FileImage
                  attachment={attachment}
                  href={href}
                  isAlone={images.length === 1}
                  onOpen={() => open(images.indexOf(attachment))}
                />
              )}
              {attachment.kind === 'video' && <FileVideo attachment={attachment} href={href} />}
              {attachment.kind === 'audio' && <FileSound attachment={attachment} href={href} />}
              {attachment.kind === 'file' && <FileCard attachment={attachment} href={href} />}
            </li>
          );
        })}
      </ul>
      {images.length > 0 && (
        <ImageViewer
          images={images.map(({ index, name }) => ({ name: name || 'Image', href: hrefOf(index) }))}
          index={openIndex ?? lastOpenRef.current}
          isOpen={openIndex !== null}
          onMove={open}
          onClose={() => setOpenIndex(null)}
        />
      )}
    </>
  );
}
