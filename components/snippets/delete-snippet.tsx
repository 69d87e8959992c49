import { useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { ConfirmDialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast-store';
import { useEditSnippets } from '@/lib/client/queries/snippets';
import type { Snippet } from '@/lib/shared/contract/snippet';

type DeleteSnippetProps = {
  locationId: string;
  /** Null closes it. */
  snippet: Snippet | null;
  onClose: () => void;
  onDeleted: () => void;
};

export function DeleteSnippet({ locationId, snippet, onClose, onDeleted }: DeleteSnippetProps) {
  const { mutate, isPending, error, reset } = useEditSnippets(locationId);
  // What it was about stays in its place while it fades away.
  const [shown, setShown] = useState(snippet);
  if (snippet && snippet !== shown) {
    setShown(snippet);
    reset();
  }
  if (!shown) return null;
  return (
    <ConfirmDialog
      open={snippet !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={
        <>
          Delete <BidiText>“{shown.name}”</BidiText>?
        </>
      }
      description={
        shown.isShared
          ? 'It goes for everybody at this location, and cannot be brought back. What was sent with it stays.'
          : 'It cannot be brought back. What was sent with it stays.'
      }
      confirmLabel="Delete snippet"
      isPending={isPending}
      onConfirm={() =>
        mutate(
          { kind: 'delete', id: shown.id },
          {
            onSuccess: () => {
              showToast({ text: `“${shown.name}” is deleted.` });
              onDeleted();
            },
          },
        )
      }
    >
      {error && (
        <p role="alert" className="mt-3 text-13 text-bad">
          It was not deleted. {error.message}
        </p>
      )}
    </ConfirmDialog>
  );
}
