'use client';

import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useRememberedFlag } from '@/lib/client/remembered-flag';
import type { Membership } from '@/lib/shared/permissions';
import { PreferencePanel } from './preference-panel';

type PreferenceSectionProps = { locationId: string; contactId: string; membership: Membership };

/** Closed it costs nothing: the statuses are one more call for each contact, so they are read when it is open. */
export function PreferenceSection({ locationId, contactId, membership }: PreferenceSectionProps) {
  const [isOpen, setOpen] = useRememberedFlag('parley.email-subscriptions');
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 className="mt-4 -ml-1.5 font-semibold text-12 text-ink-2">
        <button
          id={`${id}-title`}
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          className="group/section flex min-h-8 w-full items-center gap-1 rounded-control px-1.5 text-start transition-colors hover:bg-hover hover:text-ink touch:min-h-11"
        >
          Email subscriptions
          <ChevronRight
            aria-hidden
            className="size-3.5 text-ink-3 transition-transform group-aria-expanded/section:rotate-90"
          />
        </button>
      </h3>
      {isOpen && (
        <div id={id}>
          <PreferencePanel locationId={locationId} contactId={contactId} membership={membership} />
        </div>
      )}
    </section>
  );
}
