import { Play } from 'lucide-react';
import { useState } from 'react';
import { otherPlays } from '@/lib/client/sound-player';
import type { Attachment } from '@/lib/shared/contract/message';
import { FileCard } from './file-card';
import { FileFailed } from './file-failed';
import { fileName } from './file-words';

type FileVideoProps = { attachment: Attachment; href: string };

/** Nothing of it is loaded before it is played; then in parts, as the player needs them. */
export function FileVideo({ attachment, href }: FileVideoProps) {
  const [state, setState] = useState<'resting' | 'open' | 'failed'>('resting');
  const name = fileName(attachment);
  return (
    <div className="flex w-80 max-w-full flex-col gap-1.5">
      <div className="aspect-video overflow-hidden rounded-card border border-line bg-sunk">
        {state === 'resting' && (
          <button
            type="button"
            aria-label={`Play ${name}`}
            onClick={() => setState('open')}
            className="-outline-offset-2 flex size-full items-center justify-center rounded-card transition-colors hover:bg-hover"
          >
            <span className="flex size-12 items-center justify-center rounded-full border border-edge bg-panel">
              <Play aria-hidden className="size-5 translate-x-px fill-current" />
            </span>
          </button>
        )}
        {state === 'failed' && <FileFailed attachment={attachment} onRetry={() => setState('open')} />}
        {state === 'open' && (
          // biome-ignore lint/a11y/useMediaCaption: what a contact sends has no captions
          <video
            ref={takeFocus}
            src={href}
            controls
            autoPlay
            playsInline
            aria-label={name}
            onPlay={({ currentTarget }) => otherPlays(currentTarget)}
            onError={() => setState('failed')}
            className="size-full object-contain"
          />
        )}
      </div>
      <FileCard attachment={attachment} href={href} />
    </div>
  );
}

/** The button that was pressed is gone. */
function takeFocus(video: HTMLVideoElement | null) {
  video?.focus({ preventScroll: true });
}
