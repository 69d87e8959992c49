import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { fitZoom } from './zoom';

type ViewedImageProps = { href: string; name: string; zoom: number; onToggleZoom: () => void };

/** One picture in a frame that scrolls when it is seen closer than the window is wide. */
export function ViewedImage({ href, name, zoom, onToggleZoom }: ViewedImageProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
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
