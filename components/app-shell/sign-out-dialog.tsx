import { ConfirmDialog } from '@/components/ui/dialog';

type SignOutDialogProps = { draftCount: number; onSignOut: () => Promise<void>; onStay: () => void };

/** Drafts live in this browser alone, and nothing of a conversation stays in it after signing out. */
export function SignOutDialog({ draftCount, onSignOut, onStay }: SignOutDialogProps) {
  const drafts = draftCount === 1 ? 'a draft that was not sent' : `${draftCount} drafts that were not sent`;
  return (
    <ConfirmDialog
      open={draftCount > 0}
      onOpenChange={(isOpen) => !isOpen && onStay()}
      title="Sign out and lose your drafts?"
      description={`You have ${drafts}. Signing out removes what you typed from this browser.`}
      confirmLabel="Sign out"
      cancelLabel="Stay"
      onConfirm={() => void onSignOut()}
    />
  );
}
