import type { Attachment } from '@/lib/shared/contract/message';
import { FileCard } from './file-card';
import { FileImage } from './file-image';
import { FileSound } from './file-sound';
import { FileVideo } from './file-video';
import type { ThreadScene } from './thread-scene';

type AttachmentListProps = {
  attachments: readonly Attachment[];
  /** Our own address of a file: GHL's never reaches the browser. */
  hrefOf: (index: number) => string;
  scene: Pick<ThreadScene, 'onOpenImage'>;
};

/** The files of a message, each as what it is: pictures to open, films and sound to play, the rest to save. */
export function AttachmentList({ attachments, hrefOf, scene }: AttachmentListProps) {
  const imageCount = attachments.filter(({ kind }) => kind === 'image').length;
  if (attachments.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="flex min-w-0 flex-wrap gap-2">
      {attachments.map((attachment) => {
        const href = hrefOf(attachment.index);
        return (
          <li key={attachment.index} className="min-w-0 max-w-full">
            {attachment.kind === 'image' && (
              <FileImage
                attachment={attachment}
                href={href}
                isAlone={imageCount === 1}
                onOpen={() => scene.onOpenImage(href)}
              />
            )}
            {attachment.kind === 'video' && <FileVideo attachment={attachment} href={href} />}
            {attachment.kind === 'audio' && <FileSound attachment={attachment} href={href} />}
            {attachment.kind === 'file' && <FileCard attachment={attachment} href={href} />}
          </li>
        );
      })}
    </ul>
  );
}
