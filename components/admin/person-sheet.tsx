import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { ConfirmDialog } from '@/components/ui/dialog';
import { focusFirstField } from '@/components/ui/focus-first-field';
import { Sheet, SheetContent } from '@/components/ui/sheet';
import { showToast } from '@/components/ui/toast-store';
import { ApiError } from '@/lib/client/api';
import { useTeamChanges } from '@/lib/client/queries/team';
import type { AddPerson, MadeLink, TeamPerson } from '@/lib/shared/contract/people';
import type { User } from '@/lib/shared/contract/user';
import { PersonForm, type PersonProblem } from './person-form';

type PersonSheetProps = {
  locationId: string;
  isOpen: boolean;
  /** Null: somebody new. */
  person: TeamPerson | null;
  users: UseQueryResult<User[]>;
  onClose: () => void;
  onLink: (link: MadeLink, name: string) => void;
};

/** Adds a person, or changes one. What was typed outlives a sheet that is closed, until it is saved. */
export function PersonSheet({ locationId, isOpen, person, users, onClose, onLink }: PersonSheetProps) {
  const router = useRouter();
  const { add, change } = useTeamChanges(locationId);
  const [asked, setAsked] = useState(() => askedFor(person));
  const [problem, setProblem] = useState<PersonProblem | null>(null);
  const [unsure, setUnsure] = useState<AddPerson | null>(null);
  const isPending = add.isPending || change.isPending;
  // What is on its way cannot be stopped, and how it ends must be seen.
  const close = () => {
    if (isPending) return;
    setProblem(null);
    onClose();
  };

  async function save(valid: AddPerson, isSure = false) {
    setProblem(null);
    if (person?.isYou && person.role === 'admin' && valid.role !== 'admin' && !isSure) {
      setUnsure(valid);
      return;
    }
    setUnsure(null);
    const { email, ...rest } = valid;
    try {
      if (!person) {
        onLink(await add.mutateAsync(valid), valid.name);
        setAsked(askedFor(null));
        return;
      }
      const role = rest.role === person.role ? {} : { role: rest.role, isSure };
      const { name, ghlUserId, grants } = rest;
      await change.mutateAsync({ personId: person.id, change: { name, ghlUserId, grants, ...role } });
      showToast({ text: `The changes to ${rest.name} are saved.` });
      onClose();
      // This page is not theirs any more, and says so.
      if (isSure) router.refresh();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'It did not work. Try again.';
      const isTaken = !person && error instanceof ApiError && error.code === 'conflict';
      setProblem({ field: isTaken ? 'email' : null, message });
    }
  }

  return (
    <>
      <Sheet open={isOpen} onOpenChange={(isStill) => !isStill && close()}>
        <SheetContent title={titleOf(person)} onOpenAutoFocus={focusFirstField} className="w-[400px]">
          <PersonForm
            person={person}
            asked={asked}
            onChange={setAsked}
            users={users}
            problem={problem}
            isPending={isPending}
            onSave={(valid) => void save(valid)}
            onCancel={close}
          />
        </SheetContent>
      </Sheet>
      <ConfirmDialog
        open={unsure !== null}
        onOpenChange={(isStill) => !isStill && setUnsure(null)}
        title="Give up being an admin?"
        description="You could not open this page any more. Only another admin can make you one again."
        confirmLabel="Give it up"
        onConfirm={() => unsure && void save(unsure, true)}
      />
    </>
  );
}

function askedFor(person: TeamPerson | null): AddPerson {
  if (!person) return { name: '', email: '', role: 'agent', ghlUserId: null, grants: [] };
  const { name, email, role, ghlUserId, grants } = person;
  return { name, email, role, ghlUserId, grants };
}

function titleOf(person: TeamPerson | null): ReactNode {
  if (!person) return 'Add a person';
  return (
    <>
      Change <BidiText>{person.name}</BidiText>
    </>
  );
}
