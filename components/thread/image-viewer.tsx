import { ChevronLeft, ChevronRight, Download, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast-store';
import { Viewer } from '@/components/ui/viewer';
import { downloadFile } from '@/lib/client/download-file';
import { OuterText } from './outer-text';
import type { ThreadImage } from './thread-images';
import { ViewedImage } from './viewed-image';
import { fitZoom, zoomed } from './zoom';

type ImageViewerProps = {
  images: readonly ThreadImage[];
  /** The one that is shown. */
  href: string;
  isOpen: boolean;
  onMove: (href: string) => void;
  onClose: () => void;
};

/** The pictures of a thread, one at a time: arrows to the next, + and - to see closer, 0 to see all of it. */
export function ImageViewer({ images, href, isOpen, onMove, onClose }: ImageViewerProps) {
  const [zoom, setZoom] = useState(fitZoom);
  const index = images.findIndex((one) => one.href === href);
  const image = images[index];
  if (!image) return null;
  const hasSeveral = images.length > 1;

  function move(by: number) {
    setZoom(fitZoom);
    const next = images[(index + by + images.length) % images.length];
    if (next) onMove(next.href);
  }

  function close() {
    setZoom(fitZoom);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const step = steps[event.key];
    const closer = zoomSteps[event.key];
    if (step && hasSeveral) move(step);
    else if (closer) setZoom(zoomed(zoom, closer));
    else if (event.key === '0') setZoom(fitZoom);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const save = (one: ThreadImage) =>
    void downloadFile(one.href, one.name).catch((error: Error) =>
      showToast({ tone: 'bad', text: error.message }),
    );

  return (
    <Viewer
      isOpen={isOpen}
      onClose={close}
      onKeyDown={onKeyDown}
      title={<OuterText text={image.name} />}
      note={
        <span role="status">
          {index + 1} of {images.length}
        </span>
      }
      actions={
        <>
          <IconButton label="Zoom out" shortcut="-" onClick={() => setZoom(zoomed(zoom, -1))}>
            <ZoomOut aria-hidden />
          </IconButton>
          <IconButton label="Zoom in" shortcut="+" onClick={() => setZoom(zoomed(zoom, 1))}>
            <ZoomIn aria-hidden />
          </IconButton>
          <IconButton label="Fit to the window" shortcut="0" onClick={() => setZoom(fitZoom)}>
            <Maximize aria-hidden />
          </IconButton>
          <IconButton label="Download" onClick={() => save(image)}>
            <Download aria-hidden />
          </IconButton>
        </>
      }
    >
      <div className="relative min-h-0 flex-1">
        <ViewedImage
          key={image.href}
          href={image.href}
          name={image.name}
          zoom={zoom}
          onToggleZoom={() => setZoom(zoom === fitZoom ? zoomed(zoomed(zoom, 1), 1) : fitZoom)}
        />
        {hasSeveral && (
          <>
            <IconButton
              label="Previous picture"
              variant="default"
              size="lg"
              hasTooltip={false}
              onClick={() => move(-1)}
              className="absolute top-1/2 phone:top-auto phone:bottom-5 left-3 -translate-y-1/2 phone:translate-y-0 rounded-full shadow-float"
            >
              <ChevronLeft aria-hidden />
            </IconButton>
            <IconButton
              label="Next picture"
              variant="default"
              size="lg"
              hasTooltip={false}
              onClick={() => move(1)}
              className="absolute top-1/2 right-3 phone:top-auto phone:bottom-5 -translate-y-1/2 phone:translate-y-0 rounded-full shadow-float"
            >
              <ChevronRight aria-hidden />
            </IconButton>
          </>
        )}
      </div>
    </Viewer>
  );
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
const zoomSteps: Record<string, 1 | -1> = { '+': 1, '=': 1, '-': -1 };
