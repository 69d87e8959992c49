import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/dialog';
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

/** Adds a person, or changes one. */
export function PersonSheet({ locationId, isOpen, person, users, onClose, onLink }: PersonSheetProps) {
  const { add, change } = useTeamChanges(locationId);
  const [problem, setProblem] = useState<PersonProblem | null>(null);
  const [unsure, setUnsure] = useState<AddPerson | null>(null);

  async function save(asked: AddPerson, isSure = false) {
    setProblem(null);
    if (person?.isYou && person.role === 'admin' && asked.role !== 'admin' && !isSure) {
      setUnsure(asked);
      return;
    }
    setUnsure(null);
    const { email, ...rest } = asked;
    try {
      if (!person) {
        onLink(await add.mutateAsync(asked), asked.name);
        return;
      }
      const role = rest.role === person.role ? {} : { role: rest.role, isSure };
      const { name, ghlUserId, grants } = rest;
      await change.mutateAsync({ personId: person.id, change: { name, ghlUserId, grants, ...role } });
      showToast({ text: `${rest.name} is changed.` });
      onClose();
    } catch (error) {
      const message = error instanceof Error ? error.message : 'It did not work. Try again.';
      const isTaken = !person && error instanceof ApiError && error.code === 'conflict';
      setProblem({ field: isTaken ? 'email' : null, message });
    }
  }

  return (
    <>
      <Sheet open={isOpen} onOpenChange={(isStill) => !isStill && onClose()}>
        <SheetContent title={person ? `Change ${person.name}` : 'Add a person'} className="w-[400px]">
          <PersonForm
            person={person}
            users={users}
            problem={problem}
            isPending={add.isPending || change.isPending}
            onSave={(asked) => void save(asked)}
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
