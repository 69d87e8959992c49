import { CircleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Attachment } from '@/lib/shared/contract/message';
import { fileName } from './file-words';
import { OuterText } from './outer-text';

type FileFailedProps = { attachment: Attachment; onRetry: () => void };

/** In the place of what could not be loaded, and as large as that. */
export function FileFailed({ attachment, onRetry }: FileFailedProps) {
  return (
    <div className="flex h-full w-full flex-col items-center justify-center gap-2 p-3 text-center text-12">
      <p className="text-ink-2">
        <CircleAlert aria-hidden className="mr-1 inline size-3.5 align-[-2px] text-bad" />
        <OuterText text={fileName(attachment)} className="[overflow-wrap:anywhere]" /> could not be loaded.
      </p>
      <Button size="sm" onClick={onRetry}>
        Retry
      </Button>
    </div>
  );
}
