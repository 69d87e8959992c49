'use client';

import { UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { useUsers } from '@/lib/client/queries/directory';
import { useTeam } from '@/lib/client/queries/team';
import type { MadeLink, TeamPerson } from '@/lib/shared/contract/people';
import { LinkSheet } from './link-sheet';
import { PersonDialog, type PersonTask } from './person-dialog';
import { PersonRow } from './person-row';
import { PersonSheet } from './person-sheet';

type TeamPageProps = { locationId: string; mode: 'sandbox' | 'connected' };

/** Who may come in, and as what. */
export function TeamPage({ locationId, mode }: TeamPageProps) {
  const team = useTeam(locationId);
  const users = useUsers(locationId);
  const [task, setTask] = useState<PersonTask | { kind: 'add' } | null>(null);
  // Who is changed stays on the sheet while it slides away.
  const [edited, setEdited] = useState<{ person: TeamPerson; round: number } | null>(null);
  const [made, setMade] = useState<{ link: MadeLink; name: string } | null>(null);
  const close = () => setTask(null);
  const showLink = (link: MadeLink, name: string) => {
    setTask(null);
    setMade({ link, name });
  };
  const begin = (next: PersonTask) => {
    if (next.kind === 'edit') setEdited({ person: next.person, round: (edited?.round ?? 0) + 1 });
    setTask(next);
  };
  const sheetProps = { locationId, users, onClose: close, onLink: showLink };

  return (
    <Page
      title="Team"
      lead="Who may read and answer here. A person comes in by a one-time link and chooses a password of their own."
      action={
        <Button variant="primary" onClick={() => setTask({ kind: 'add' })}>
          <UserPlus aria-hidden />
          Add a person
        </Button>
      }
    >
      {mode === 'sandbox' && (
        <Banner className="mt-5 rounded-card border border-tint-line">
          This is the sandbox: its demo people come in by one click. People you add and their links work as
          they would with your own location, to try them out.
        </Banner>
      )}
      {team.data && team.error && (
        <Banner tone="warn" className="mt-5 rounded-card border">
          Showing what we had. {team.error.message}
        </Banner>
      )}
      {team.data && (
        <ul aria-label="People" className="mt-5 border-line border-t">
          {team.data.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              ghlUserName={users.data?.find(({ id }) => id === person.ghlUserId)?.name ?? null}
              onTask={begin}
            />
          ))}
        </ul>
      )}
      {!team.data && team.isPending && <TeamSkeleton />}
      {!team.data && team.error && (
        <Empty
          tone="bad"
          icon={<UsersRound />}
          role="alert"
          title="The team could not be read"
          text={team.error.message}
          action={
            <Button isPending={team.isFetching} onClick={() => void team.refetch()}>
              Retry
            </Button>
          }
        />
      )}
      <PersonSheet person={null} isOpen={task?.kind === 'add'} {...sheetProps} />
      {edited && (
        // Begins anew each time: meanwhile somebody else may have changed this person.
        <PersonSheet
          key={edited.round}
          person={edited.person}
          isOpen={task?.kind === 'edit'}
          {...sheetProps}
        />
      )}
      <PersonDialog
        locationId={locationId}
        task={task?.kind === 'add' || task?.kind === 'edit' ? null : task}
        onClose={close}
        onLink={showLink}
      />
      <LinkSheet made={made} onClose={() => setMade(null)} />
    </Page>
  );
}

function TeamSkeleton() {
  return (
    <div role="status" className="mt-5 border-line border-t">
      <span className="sr-only">Loading the team</span>
      {['w-40', 'w-32', 'w-48'].map((width) => (
        <div key={width} aria-hidden className="flex h-[86px] items-center gap-3.5 border-line border-b">
          <Skeleton className="size-[2.125rem] rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className={width} />
            <Skeleton className="w-64 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
