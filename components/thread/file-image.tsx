import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import type { Attachment } from '@/lib/shared/contract/message';
import { FileFailed } from './file-failed';

type FileImageProps = {
  attachment: Attachment;
  href: string;
  /** The only picture of its message, so it may be larger. */
  isAlone: boolean;
  onOpen: () => void;
};

/** Its box is there before the picture is, so that nothing jumps. */
export function FileImage({ attachment, href, isAlone, onOpen }: FileImageProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const name = attachment.name || 'Image';
  return (
    <div
      className={cn(
        'aspect-[4/3] max-w-full overflow-hidden rounded-card border border-line bg-sunk',
        isAlone ? 'w-80' : 'w-[200px] phone:w-40',
      )}
    >
      {hasFailed ? (
        <FileFailed attachment={attachment} onRetry={() => setHasFailed(false)} />
      ) : (
        <button
          type="button"
          aria-label={`Open ${name}`}
          onClick={onOpen}
          className="-outline-offset-2 block size-full cursor-zoom-in rounded-card"
        >
          {/* biome-ignore lint/performance/noImgElement: the optimiser is off, it would fetch what strangers name */}
          <img
            src={href}
            alt={name}
            loading="lazy"
            decoding="async"
            onError={() => setHasFailed(true)}
            className="size-full object-contain"
          />
        </button>
      )}
    </div>
  );
}
