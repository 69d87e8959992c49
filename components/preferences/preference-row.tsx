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
  /** The last change, once it was answered and the status read again. */
  const [settled, setSettled] = useState<{ wanted: PreferenceStatus; error: Error | null } | null>(null);
  const rowRef = useRef<HTMLLIElement>(null);
  const name = cutCombiningMarks(type.name);
  const target =
    type.subtypeId === null
      ? ({ kind: 'default' } as const)
      : ({ kind: 'custom', subtypeId: type.subtypeId } as const);
  // GoHighLevel's word counts more than its answer: where that was lost, the status still tells.
  const isDone = settled !== null && !isOutdated && type.status === settled.wanted;
  const error = settled && !isDone ? settled.error : null;
  const isTaken = settled !== null && error === null;
  const isFormShown = isFormOpen && !(isDone && settled.wanted === 'subscribed');

  // The button that was pressed is gone, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes when the change is settled and when its status comes.
  useEffect(() => {
    if (settled && document.activeElement === document.body) rowRef.current?.focus();
  }, [settled, isDone]);

  return (
    <li
      ref={rowRef}
      tabIndex={-1}
      className="border-line border-b py-2 outline-offset-4 focus-visible:rounded-control"
    >
      <div className="flex min-h-[41px] items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="[overflow-wrap:anywhere]">
            <BidiText>{name}</BidiText> {type.isArchived && <Badge>Archived</Badge>}
          </p>
          <Status
            status={isTaken && isOutdated ? 'unknown' : type.status}
            isUnconfirmed={isTaken && isOutdated}
          />
        </div>
        {!type.isArchived && type.status !== 'unsubscribed' && canUnsubscribe && (
          <Button
            size="sm"
            isPending={change.isPending}
            onClick={() => {
              setSettled(null);
              setFormOpen(false);
              change.mutate(
                { change: 'unsubscribe', email, target },
                { onSettled: (_, failed) => setSettled({ wanted: 'unsubscribed', error: failed }) },
              );
            }}
          >
            Unsubscribe<VisuallyHidden> from {name}</VisuallyHidden>
          </Button>
        )}
        {!type.isArchived && type.status === 'unsubscribed' && canResubscribe && !isFormShown && (
          <Button
            size="sm"
            onClick={() => {
              setSettled(null);
              setFormOpen(true);
            }}
          >
            Resubscribe…<VisuallyHidden> to {name}</VisuallyHidden>
          </Button>
        )}
      </div>
      {isFormShown && (
        <ResubscribeForm
          {...place}
          email={email}
          target={target}
          title={`Resubscribe to ${name}`}
          onDone={() => {
            setFormOpen(false);
            setSettled({ wanted: 'subscribed', error: null });
          }}
          onFail={(failed) => setSettled({ wanted: 'subscribed', error: failed })}
          onCancel={() => {
            setFormOpen(false);
            rowRef.current?.focus();
          }}
        />
      )}
      <p role="status" className="text-12 text-ink-2 [overflow-wrap:anywhere] not-empty:pt-1">
        {isTaken && !isOutdated && resultWords(name, settled.wanted, type.status)}
      </p>
      {error && settled?.wanted === 'unsubscribed' && (
        <p role="alert" className="pt-1 text-12 text-bad">
          {error.message}
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
