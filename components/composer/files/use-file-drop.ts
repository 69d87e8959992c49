import { type DragEvent, useEffect, useState } from 'react';

/** Whether a file is being dragged over the page, and what the composer does when it is let go over it. */
export function useFileDrop(onFiles: (files: FileList) => void) {
  const [isDragging, setIsDragging] = useState(false);

  useEffect(() => {
    const enter = (event: globalThis.DragEvent) => hasFiles(event.dataTransfer) && setIsDragging(true);
    // Without a next target the pointer has left the window.
    const leave = (event: globalThis.DragEvent) => event.relatedTarget === null && setIsDragging(false);
    const end = () => setIsDragging(false);
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', end);
    window.addEventListener('dragend', end);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', end);
      window.removeEventListener('dragend', end);
    };
  }, []);

  return {
    isDragging,
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        setIsDragging(false);
        onFiles(event.dataTransfer.files);
      },
    },
  };
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
