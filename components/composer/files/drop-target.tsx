import { Paperclip } from 'lucide-react';

/** Lies over the composer while a file is dragged over the page: where it may be let go, or why not. */
export function DropTarget({ reason }: { reason: string | null }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center gap-2 rounded-panel border-2 border-accent border-dashed bg-panel/95 px-4 text-center font-medium text-14 text-ink data-refused:border-edge [&_svg]:size-4"
      data-refused={reason !== null || undefined}
    >
      {reason ?? (
        <>
          <Paperclip /> Drop files here to attach them
        </>
      )}
    </div>
  );
}
