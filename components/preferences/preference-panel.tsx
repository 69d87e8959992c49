import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/lib/client/queries/preferences';
import type { ReadyPreferences } from '@/lib/shared/contract/preference';
import type { Unavailable } from '@/lib/shared/contract/subtype';
import { paths } from '@/lib/shared/paths';
import { can, type Membership } from '@/lib/shared/permissions';
import { unavailableWords } from '@/lib/shared/unavailable-words';
import { AddressPreferences } from './address-preferences';
import { PreferenceNotes } from './preference-notes';
import { PreferenceSkeleton } from './preference-skeleton';

type PreferencePanelProps = { locationId: string; contactId: string; membership: Membership };

/** What each address of the contact has said about each type of email. */
export function PreferencePanel({ locationId, contactId, membership }: PreferencePanelProps) {
  const { data, error, isFetching, refetch } = usePreferences(locationId, contactId);
  const retry = (
    <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
      Retry
    </Button>
  );

  if (!data && error) {
    return (
      <div role="alert" className="grid justify-items-start gap-2">
        <p className="text-bad">The subscriptions could not be loaded. {error.message}</p>
        {retry}
      </div>
    );
  }
  if (!data) return <PreferenceSkeleton />;
  if (data.state !== 'ready') {
    return <NotHere locationId={locationId} unavailable={data} membership={membership} />;
  }
  return (
    <>
      {error && (
        <Note action={retry}>
          These could not be read again just now, so they may be out of date. {error.message}
        </Note>
      )}
      <Addresses
        locationId={locationId}
        contactId={contactId}
        membership={membership}
        preferences={data}
        isOutdated={error !== null}
      />
    </>
  );
}

type AddressesProps = PreferencePanelProps & { preferences: ReadyPreferences; isOutdated: boolean };

function Addresses({ preferences, membership, ...props }: AddressesProps) {
  const { addresses } = preferences;
  return (
    <>
      {addresses.length === 0 && <p className="text-ink-3">This contact has no email address.</p>}
      {addresses.map((address) => (
        <AddressPreferences
          key={address.email}
          address={address}
          isOnly={addresses.length === 1}
          canUnsubscribe={can(membership, 'preference:unsubscribe')}
          canResubscribe={can(membership, 'preference:resubscribe')}
          {...props}
        />
      ))}
      <PreferenceNotes preferences={preferences} membership={membership} />
    </>
  );
}

type NotHereProps = { locationId: string; unavailable: Unavailable; membership: Membership };

function NotHere({ locationId, unavailable, membership }: NotHereProps) {
  const canMend = can(membership, 'connection:check');
  const { title, text } = unavailableWords(unavailable, canMend);
  return (
    <div className="grid gap-1 text-ink-3">
      <p className="text-ink-2">{title}.</p>
      <p className="text-12">{text}</p>
      {canMend && unavailable.state === 'not_allowed' && (
        <Link
          href={paths.connection(locationId)}
          prefetch={false}
          className="justify-self-start text-12 text-ink-2 underline underline-offset-2"
        >
          Check the connection
        </Link>
      )}
    </div>
  );
}

function Note({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className="mb-2 grid justify-items-start gap-2 rounded-control bg-warn-bg p-2.5 text-warn"
    >
      <p>{children}</p>
      {action}
    </div>
  );
}
