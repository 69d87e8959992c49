import { useEffect, useRef, useState } from 'react';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import type { PreferenceAddress } from '@/lib/shared/contract/preference';
import { PreferenceRow } from './preference-row';
import { hasUnsubscribed, statusWords } from './preference-words';
import { ResubscribeForm } from './resubscribe-form';

export type Place = { locationId: string; contactId: string };
type AddressPreferencesProps = Place & {
  address: PreferenceAddress;
  /** The only address of the contact stands above already. */
  isOnly: boolean;
  /** What is here could not be read again. */
  isOutdated: boolean;
  canUnsubscribe: boolean;
  canResubscribe: boolean;
};

/** One address and what it wants of each type. */
export function AddressPreferences({
  address: { email, overall, types },
  isOnly,
  canResubscribe,
  ...props
}: AddressPreferencesProps) {
  const [isAllOpen, setAllOpen] = useState(false);
  const [result, setResult] = useState('');
  /** How often all were taken back: what the rows said of changes before that is no longer true. */
  const [round, setRound] = useState(0);
  const addressRef = useRef<HTMLDivElement>(null);
  const allRef = useRef<HTMLButtonElement>(null);
  const wasAllOpen = useRef(false);

  // The form takes the focus away with it: back to its button, which has gone too when nothing is left to take back.
  useEffect(() => {
    if (wasAllOpen.current && !isAllOpen && document.activeElement === document.body) {
      (allRef.current ?? addressRef.current)?.focus();
    }
    wasAllOpen.current = isAllOpen;
  }, [isAllOpen]);

  const canTakeAllBack = canResubscribe && hasUnsubscribed(types, overall);
  return (
    <div
      ref={addressRef}
      tabIndex={-1}
      className="mt-3 outline-offset-4 first:mt-1 focus-visible:rounded-control"
    >
      <h4 className={isOnly ? 'sr-only' : 'font-medium text-12 text-ink-2 [overflow-wrap:anywhere]'}>
        <BidiText>{cutCombiningMarks(email)}</BidiText>
      </h4>
      {overall && (
        <p className="pt-1 text-12 text-ink-3">
          GoHighLevel gives one status for the whole address: {statusWords[overall].toLowerCase()}.
        </p>
      )}
      <ul aria-label={email}>
        {types.map((type) => (
          <PreferenceRow
            key={`${type.subtypeId ?? ''} ${round}`}
            email={email}
            type={type}
            canResubscribe={canResubscribe}
            {...props}
          />
        ))}
      </ul>
      {canTakeAllBack && !isAllOpen && (
        <Button
          ref={allRef}
          variant="quiet"
          size="sm"
          className="mt-1.5 -ml-2"
          onClick={() => {
            setResult('');
            setAllOpen(true);
          }}
        >
          Resubscribe to all…
        </Button>
      )}
      {isAllOpen && (
        <ResubscribeForm
          {...props}
          email={email}
          target={{ kind: 'all' }}
          title="Resubscribe to all types"
          onDone={() => {
            setAllOpen(false);
            setRound(round + 1);
            setResult('GoHighLevel took it. Above is what it says now.');
          }}
          onCancel={() => setAllOpen(false)}
        />
      )}
      <p role="status" className="text-12 text-ink-2 not-empty:pt-1.5">
        {result}
      </p>
    </div>
  );
}
