'use client';

import { MailCheck, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Page } from '@/components/ui/page';
import { useSubtypes } from '@/lib/client/queries/subtypes';
import type { Subtype } from '@/lib/shared/contract/subtype';
import { draftOf, emptyDraft, type SubtypeDraft } from './subtype-draft';
import { SubtypeForm } from './subtype-form';
import { SubtypeLists } from './subtype-lists';
import { SubtypeSkeleton } from './subtype-skeleton';
import { SubtypesNotHere } from './subtypes-not-here';

/** The form: for a new type, or for one that is edited. Closed it keeps what it was about, while it slides away. */
type FormState = { isOpen: boolean; subtype: Subtype | null };

/** The kinds of messages a contact can say no to, one by one. */
export function SubtypesPage({ locationId }: { locationId: string }) {
  const { data, error, isFetching, refetch } = useSubtypes(locationId);
  const [form, setForm] = useState<FormState>({ isOpen: false, subtype: null });
  const [drafts, setDrafts] = useState<Record<string, SubtypeDraft>>({});
  const key = form.subtype?.id ?? 'new';
  const open = (subtype: Subtype | null) => setForm({ isOpen: true, subtype });
  const close = () => setForm({ ...form, isOpen: false });
  const list = data?.state === 'ready' ? data : null;

  return (
    <Page
      title="Subscription types"
      lead="The kinds of messages that a contact can say no to, one by one: a newsletter, offers, reminders."
      action={
        list && (
          <Button variant="primary" onClick={() => open(null)}>
            <Plus aria-hidden />
            New type
          </Button>
        )
      }
    >
      {!data && !error && <SubtypeSkeleton />}
      {!data && error && (
        <Empty
          tone="bad"
          role="alert"
          icon={<MailCheck />}
          title="The subscription types could not be loaded"
          text={error.message}
          action={
            <Button isPending={isFetching} onClick={() => void refetch()}>
              Retry
            </Button>
          }
        />
      )}
      {data && data.state !== 'ready' && (
        <SubtypesNotHere
          locationId={locationId}
          unavailable={data}
          isReading={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {list && (
        <SubtypeLists
          locationId={locationId}
          list={list}
          readError={error}
          onCreate={() => open(null)}
          onEdit={open}
        />
      )}
      <SubtypeForm
        // A form of its own for each type, so that no problem of one is shown for another.
        key={key}
        locationId={locationId}
        isOpen={form.isOpen}
        subtype={form.subtype}
        draft={drafts[key] ?? (form.subtype ? draftOf(form.subtype) : emptyDraft)}
        onDraftChange={(draft) => setDrafts({ ...drafts, [key]: draft })}
        onClose={close}
        onSaved={() => {
          const { [key]: _, ...others } = drafts;
          setDrafts(others);
          close();
        }}
      />
    </Page>
  );
}
