import { useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { ConfirmDialog } from '@/components/ui/dialog';
import type { Subtype } from '@/lib/shared/contract/subtype';

type ArchiveDialogProps = {
  /** Null closes it. */
  subtype: Subtype | null;
  isPending: boolean;
  error: Error | null;
  onClose: () => void;
  onConfirm: (subtype: Subtype) => void;
};

/** Archiving can be undone, and still changes what the team can send: it says so first. */
export function ArchiveDialog({ subtype, isPending, error, onClose, onConfirm }: ArchiveDialogProps) {
  // What it was about stays in its place while it fades away.
  const [shown, setShown] = useState(subtype);
  if (subtype && subtype !== shown) setShown(subtype);
  if (!shown) return null;
  return (
    <ConfirmDialog
      open={subtype !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={
        <>
          Archive <BidiText>“{shown.name}”</BidiText>?
        </>
      }
      description="It is no longer offered for new messages. Who has said no to it stays recorded in GoHighLevel, and you can restore it at any time. GoHighLevel deletes no types."
      confirmLabel="Archive type"
      variant="primary"
      isPending={isPending}
      onConfirm={() => onConfirm(shown)}
    >
      {error && (
        <p role="alert" className="mt-3 text-13 text-bad">
          It was not archived. {error.message}
        </p>
      )}
    </ConfirmDialog>
  );
}
