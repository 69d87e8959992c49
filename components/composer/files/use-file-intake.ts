import type { ClipboardEvent } from 'react';
import { addFiles } from '@/lib/client/draft-files';
import { pastedFiles } from './pasted-files';
import { useFileDrop } from './use-file-drop';

/** Every way that a file comes into the composer. `reason`: why none can; what was meant for it is then let go. */
export function useFileIntake(place: { key: string }, reason: string | null) {
  const add = (files: Iterable<File>) => {
    if (reason === null) addFiles(place, files);
  };
  const { isDragging, dropProps } = useFileDrop(add);
  return {
    add,
    isDragging,
    props: {
      ...dropProps,
      // Before the text, which would take the picture into itself or drop it.
      onPasteCapture: (event: ClipboardEvent) => {
        const files = pastedFiles(event.clipboardData, new Date());
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        add(files);
      },
    },
  };
}
