import { Check, CircleHelp, MailX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import { useChangePreference } from '@/lib/client/queries/preferences';
import type { PreferenceStatus, PreferenceType } from '@/lib/shared/contract/preference';
import type { Place } from './address-preferences';
import { resultWords, statusWords } from './preference-words';
import { ResubscribeForm } from './resubscribe-form';

type PreferenceRowProps = Place & {
  email: string;
  type: PreferenceType;
  isOutdated: boolean;
  canUnsubscribe: boolean;
  canResubscribe: boolean;
};

/** One type: what GoHighLevel says of it, and what can be done. The status never runs ahead of GoHighLevel. */
export function PreferenceRow({
  email,
  type,
  isOutdated,
  canUnsubscribe,
  canResubscribe,
  ...place
}: PreferenceRowProps) {
  const { locationId, contactId } = place;
  const change = useChangePreference(locationId, contactId);
  const [isFormOpen, setFormOpen] = useState(false);
  const [wanted, setWanted] = useState<PreferenceStatus | null>(null);
  const rowRef = useRef<HTMLLIElement>(null);
  const name = cutCombiningMarks(type.name);
  const target =
    type.subtypeId === null
      ? ({ kind: 'default' } as const)
      : ({ kind: 'custom', subtypeId: type.subtypeId } as const);
  const isUnconfirmed = wanted !== null && isOutdated;

  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    if (wanted !== null && document.activeElement === document.body) rowRef.current?.focus();
  }, [wanted]);

  return (
    <li ref={rowRef} tabIndex={-1} className="border-line border-b py-2">
      <div className="flex min-h-[41px] items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="[overflow-wrap:anywhere]">
            <BidiText>{name}</BidiText> {type.isArchived && <Badge>Archived</Badge>}
          </p>
          <Status status={isUnconfirmed ? 'unknown' : type.status} isUnconfirmed={isUnconfirmed} />
        </div>
        {!type.isArchived && type.status !== 'unsubscribed' && canUnsubscribe && (
          <Button
            size="sm"
            isPending={change.isPending}
            onClick={() => {
              setWanted(null);
              change.mutate(
                { change: 'unsubscribe', email, target },
                { onSuccess: () => setWanted('unsubscribed') },
              );
            }}
          >
            Unsubscribe<VisuallyHidden> from {name}</VisuallyHidden>
          </Button>
        )}
        {!type.isArchived && type.status === 'unsubscribed' && canResubscribe && !isFormOpen && (
          <Button
            size="sm"
            onClick={() => {
              setWanted(null);
              setFormOpen(true);
            }}
          >
            Resubscribe…<VisuallyHidden> to {name}</VisuallyHidden>
          </Button>
        )}
      </div>
      {isFormOpen && (
        <ResubscribeForm
          {...place}
          email={email}
          target={target}
          title={`Resubscribe to ${name}`}
          onDone={() => {
            setFormOpen(false);
            setWanted('subscribed');
          }}
          onCancel={() => {
            setFormOpen(false);
            rowRef.current?.focus();
          }}
        />
      )}
      <p role="status" className="text-12 text-ink-2 [overflow-wrap:anywhere] not-empty:pt-1">
        {wanted !== null && !isOutdated && resultWords(name, wanted, type.status)}
      </p>
      {change.error && (
        <p role="alert" className="pt-1 text-12 text-bad">
          {change.error.message}
        </p>
      )}
    </li>
  );
}

const looks = {
  subscribed: { icon: Check, tone: 'text-good' },
  unsubscribed: { icon: MailX, tone: 'text-bad' },
  unknown: { icon: CircleHelp, tone: 'text-ink-3' },
} satisfies Record<PreferenceStatus, { icon: typeof Check; tone: string }>;

function Status({ status, isUnconfirmed }: { status: PreferenceStatus; isUnconfirmed: boolean }) {
  const { icon: Icon, tone } = looks[status];
  return (
    <p className={cn('flex items-center gap-1 font-medium text-12', tone)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {isUnconfirmed ? 'Changed, and not read again yet' : statusWords[status]}
    </p>
  );
}
