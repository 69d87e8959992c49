import { ConfirmDialog } from '@/components/ui/dialog';

type SignOutDialogProps = {
  drafts: { all: number; unsaved: number };
  onSignOut: () => Promise<void>;
  onStay: () => void;
};

/** Nothing of a conversation stays in this browser after signing out; what the server has comes back. */
export function SignOutDialog({ drafts: { all, unsaved }, onSignOut, onStay }: SignOutDialogProps) {
  const isSafe = unsaved === 0;
  return (
    <ConfirmDialog
      open={all > 0}
      onOpenChange={(isOpen) => !isOpen && onStay()}
      title={isSafe ? 'Sign out?' : 'Sign out and lose what you typed?'}
      description={
        isSafe
          ? `${counted(all)} kept for you on the server, and there again when you sign in.`
          : `${counted(unsaved)} not on the server yet, and signing out removes what you typed from this browser. Stay a moment, or copy it first.`
      }
      confirmLabel="Sign out"
      cancelLabel="Stay"
      onConfirm={() => void onSignOut()}
    />
  );
}

function counted(count: number): string {
  return count === 1 ? 'A draft that was not sent is' : `${count} drafts that were not sent are`;
}
