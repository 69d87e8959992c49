import { type ReactNode, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { ConfirmDialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast-store';
import { useTeamChanges } from '@/lib/client/queries/team';
import type { MadeLink, TeamPerson } from '@/lib/shared/contract/people';

export type PersonTask = { kind: 'edit' | 'link' | 'sign-out' | 'remove'; person: TeamPerson };

type PersonDialogProps = {
  locationId: string;
  task: PersonTask | null;
  onClose: () => void;
  onLink: (link: MadeLink, name: string) => void;
};

/** Says what an act means for a person before it is done. */
export function PersonDialog({ locationId, task, onClose, onLink }: PersonDialogProps) {
  const changes = useTeamChanges(locationId);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  // What it was about stays in its place while it fades away.
  const [shown, setShown] = useState(task);
  if (task && task !== shown) setShown(task);
  if (!shown) return null;
  const words = wordsOf(shown);

  function close() {
    setProblem(null);
    onClose();
  }

  async function act() {
    if (!task) return;
    const { kind, person } = task;
    setIsPending(true);
    setProblem(null);
    try {
      if (kind === 'link') {
        onLink(await changes.link.mutateAsync(person.id), person.name);
      } else {
        await (kind === 'remove' ? changes.remove : changes.signOut).mutateAsync(person.id);
        showToast({
          text: `${person.name} ${kind === 'remove' ? 'is not in the team any more.' : 'is signed out everywhere.'}`,
        });
        onClose();
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'It did not work. Try again.');
    }
    setIsPending(false);
  }

  return (
    <ConfirmDialog
      open={task !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
      title={words.title}
      description={words.description}
      confirmLabel={words.confirm}
      variant={shown.kind === 'link' ? 'primary' : 'danger'}
      isPending={isPending}
      onConfirm={() => void act()}
    >
      <div role="alert">{problem && <p className="mt-3 font-medium text-13 text-bad">{problem}</p>}</div>
    </ConfirmDialog>
  );
}

type Words = { title: ReactNode; description: ReactNode; confirm: string };

function wordsOf({ kind, person }: PersonTask): Words {
  const { hasJoined, sessionCount, isYou } = person;
  const name = <BidiText>{person.name}</BidiText>;
  if (kind === 'link') {
    return hasJoined
      ? {
          title: <>Make a link for {name} to choose a new password?</>,
          description:
            'Until the link is used nothing changes, and the old password works. Using it ends every session of this person.',
          confirm: 'Make the link',
        }
      : {
          title: <>Make a new link for {name}?</>,
          description: 'The link that was made before stops working.',
          confirm: 'Make the link',
        };
  }
  if (kind === 'sign-out') {
    const count = sessionCount === 1 ? 'one browser' : `${sessionCount} browsers`;
    return {
      title: <>Sign {isYou ? 'yourself' : name} out everywhere?</>,
      description: `Signed in with ${count} now. The password stays as it is, and lets in again.`,
      confirm: 'Sign out everywhere',
    };
  }
  return {
    title: <>Remove {name} from the team?</>,
    description: 'They are signed out at once and cannot come in any more. What they sent keeps their name.',
    confirm: 'Remove',
  };
}
