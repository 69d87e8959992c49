import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { Draft } from '@/lib/client/drafts';
import { useEmailQuote } from '@/lib/client/queries/email-composing';
import { RichView } from './rich-view';
import type { EmailMode } from './use-email-mode';

type BelowTextProps = {
  draft: Draft;
  mode: EmailMode;
  onEdit: (change: Partial<Draft>) => void;
  /** The email whose quote is unfolded. Kept outside: this is drawn anew when the editor comes. */
  openQuoteId: string | null;
  onOpenQuote: (emailId: string | null) => void;
  /** What was pressed is gone with its part: the focus needs a place. */
  onGone: () => void;
};

/** What goes out beneath what is written: the signature and the quoted email, each as it will be sent. */
export function BelowText({ draft, mode, onEdit, openQuoteId, onOpenQuote, onGone }: BelowTextProps) {
  const { signature, hasSignature, hasQuote, target, locationId } = mode;
  const canQuote = target !== null && mode.mode !== 'forward';
  const set = (change: Partial<Draft>) => {
    onEdit(change);
    onGone();
  };
  return (
    <>
      {signature && hasSignature && (
        <Part
          label="Your signature"
          leave="Leave out the signature"
          onLeave={() => set({ hasSignature: false })}
        >
          <RichView rich={signature} className="max-h-24 overflow-y-auto text-13 text-ink-2" />
        </Part>
      )}
      {canQuote && hasQuote && (
        <Quote
          locationId={locationId}
          emailId={target.emailId}
          isOpen={openQuoteId === target.emailId}
          onOpen={(isOpen) => onOpenQuote(isOpen ? target.emailId : null)}
          onLeave={() => set({ hasQuote: false })}
        />
      )}
      {mode.mode === 'forward' && target && (
        <p className="px-3.5 pb-2 text-12 text-ink-3">
          {draft.isWholeThread
            ? 'GoHighLevel puts all emails of the thread and their files beneath.'
            : 'GoHighLevel puts the forwarded email and its files beneath.'}
        </p>
      )}
      {((signature && !hasSignature) || (canQuote && !hasQuote)) && (
        <p className="flex flex-wrap gap-1 px-1.5 pb-1.5">
          {signature && !hasSignature && (
            <Button variant="quiet" size="sm" onClick={() => set({ hasSignature: true })}>
              Add the signature
            </Button>
          )}
          {canQuote && !hasQuote && (
            <Button variant="quiet" size="sm" onClick={() => set({ hasQuote: true })}>
              Quote their email
            </Button>
          )}
        </p>
      )}
    </>
  );
}

type QuoteProps = {
  locationId: string;
  emailId: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onLeave: () => void;
};

/** Folded, as nobody has to read it again; unfolded it is what will be sent. */
function Quote({ locationId, emailId, isOpen, onOpen, onLeave }: QuoteProps) {
  const { data, error, refetch } = useEmailQuote(locationId, emailId, isOpen);
  return (
    <Part label="Quoted email" leave="Leave out the quoted email" onLeave={onLeave}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={isOpen ? 'Hide the quoted email' : 'Show the quoted email'}
        onClick={() => onOpen(!isOpen)}
        className="inline-grid h-6 place-items-center rounded-[6px] border border-edge px-2 text-ink-2 leading-none transition-colors hover:bg-hover touch:h-9 touch:px-4"
      >
        ···
      </button>
      {isOpen && data && (
        <div className="mt-1.5 max-h-48 overflow-y-auto text-13 text-ink-2">
          <p className="text-ink-3 [overflow-wrap:anywhere]">
            <bdi>{data.attribution}</bdi>
          </p>
          <blockquote className="mt-1 border-line-2 border-l-2 pl-3">
            <RichView rich={data.body} />
          </blockquote>
        </div>
      )}
      {isOpen && !data && !error && <Skeleton className="mt-2 w-2/3" />}
      {isOpen && !data && error && (
        <p role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-12 text-bad">
          It could not be loaded. {error.message}
          <Button size="sm" onClick={() => void refetch()}>
            Retry
          </Button>
        </p>
      )}
    </Part>
  );
}

type PartProps = { label: string; leave: string; onLeave: () => void; children: ReactNode };

function Part({ label, leave, onLeave, children }: PartProps) {
  return (
    <section aria-label={label} className="flex items-start gap-2 px-3.5 pb-1.5">
      <div className="min-w-0 flex-1">{children}</div>
      <IconButton size="sm" label={leave} className="-mr-2 shrink-0" onClick={onLeave}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
