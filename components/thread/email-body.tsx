import { useState } from 'react';
import { ExternalLink } from '@/components/ui/external-link';
import { Skeleton } from '@/components/ui/skeleton';
import type { Email } from '@/lib/shared/contract/message';
import { LinkedText } from './linked-text';
import { MailFrame } from './mail-frame';
import { MailImagesBar } from './mail-images-bar';
import { useMailImages } from './use-mail-images';
import { useMailView } from './use-mail-view';

type EmailBodyProps = { locationId: string; email: Email; openInGhlUrl: string };

/** What a mail says. Its HTML is hostile until proven otherwise: it is only ever drawn in the mail frame. */
export function EmailBody({ locationId, email, openInGhlUrl }: EmailBodyProps) {
  const view = useMailView(email);
  const images = useMailImages(locationId, email, view?.kind === 'frame' ? view.mail : null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  if (!view) return <Skeleton className="mx-3.5 mb-4 h-16" />;
  if (view.kind === 'frame') {
    const { mail } = view;
    return (
      <>
        {mail.heldBack > 0 && <MailImagesBar mail={mail} images={images} />}
        <div className={mail.isStyled ? undefined : 'px-3.5 pt-1 pb-2'}>
          <MailFrame
            mail={mail}
            images={images.shown}
            title={`Email from ${email.from ?? 'an unknown sender'}`}
            isUnfolded={isUnfolded}
          />
        </div>
        {mail.hasQuote && <FoldButton isOpen={isUnfolded} onToggle={() => setIsUnfolded(!isUnfolded)} />}
      </>
    );
  }
  return (
    <>
      {view.note && (
        <p className="border-line border-y bg-sunk px-3.5 py-[7px] text-12 text-ink-2">
          {view.note} <ExternalLink href={openInGhlUrl}>Open in GoHighLevel</ExternalLink>
        </p>
      )}
      <div className="px-3.5 pt-1 pb-3 text-body">
        {view.fresh || view.quoted ? (
          <LinkedText text={isUnfolded && view.quoted ? `${view.fresh}\n\n${view.quoted}` : view.fresh} />
        ) : (
          <p className="text-ink-2">This email has no text.</p>
        )}
        {view.isCut && <p className="mt-2 text-12 text-ink-2">The text is cut off here: it is very long.</p>}
      </div>
      {view.quoted && <FoldButton isOpen={isUnfolded} onToggle={() => setIsUnfolded(!isUnfolded)} />}
    </>
  );
}

function FoldButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-label={
        isOpen ? 'Hide the earlier messages in this email' : 'Show the earlier messages in this email'
      }
      title={isOpen ? 'Hide earlier messages' : 'Show earlier messages'}
      onClick={onToggle}
      className="relative mx-3.5 mt-1 mb-3 inline-grid h-6 place-items-center rounded-[6px] border border-edge px-2 text-ink-2 leading-none transition-colors hover:bg-hover touch:h-9 touch:px-4"
    >
      ···
    </button>
  );
}
