import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { fitZoom } from './zoom';

type ViewedImageProps = { href: string; name: string; zoom: number; onToggleZoom: () => void };

/** One picture in a frame that scrolls when it is seen closer than the window is wide. */
export function ViewedImage({ href, name, zoom, onToggleZoom }: ViewedImageProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const frameRef = useRef<HTMLElement>(null);
  /** The middle of what is seen, as shares of the whole. */
  const middleRef = useRef({ x: 0.5, y: 0.5 });

  // Closer means closer to what is looked at, not to the corner.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other size has its own place
  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (!frame) return;
    const { x, y } = middleRef.current;
    frame.scrollTo(
      x * frame.scrollWidth - frame.clientWidth / 2,
      y * frame.scrollHeight - frame.clientHeight / 2,
    );
  }, [zoom]);

  function rememberMiddle(frame: HTMLElement) {
    middleRef.current = {
      x: (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
      y: (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
    };
  }

  if (state === 'failed') {
    return (
      <div className="flex h-full flex-col items-center justify-center gap-3 text-13">
        <p role="alert">This picture could not be loaded.</p>
        <Button onClick={() => setState('loading')}>Retry</Button>
      </div>
    );
  }
  return (
    <section
      ref={frameRef}
      onScroll={({ currentTarget }) => rememberMiddle(currentTarget)}
      tabIndex={zoom === fitZoom ? undefined : 0}
      aria-label={zoom === fitZoom ? 'Picture' : `Picture, ${Math.round(zoom * 100)} %`}
      className="-outline-offset-2 absolute inset-0 overflow-auto"
    >
      {state === 'loading' && <Spinner label="Loading the picture" className="absolute inset-0 m-auto" />}
      <div style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }} className="p-4">
        {/* biome-ignore lint/performance/noImgElement: the optimiser is off, it would fetch what strangers name */}
        <img
          src={href}
          alt={name}
          draggable={false}
          onDoubleClick={onToggleZoom}
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
          className={cn('size-full object-contain', zoom === fitZoom ? 'cursor-zoom-in' : 'cursor-zoom-out')}
        />
      </div>
    </section>
  );
}
