import { Info, Lock } from 'lucide-react';
import { ExternalLink } from '@/components/ui/external-link';

type ComposerNotesProps = {
  /** Where an answer from here would not go where they wrote. */
  note: string | null;
  /** Why nothing can be sent on the chosen channel. */
  blocked: string | null;
  openInGhlUrl: string;
};

/** Said before anyone writes. */
export function ComposerNotes({ note, blocked, openInGhlUrl }: ComposerNotesProps) {
  return (
    <>
      {note && (
        <p className="mx-3.5 mt-2 flex gap-2 text-13 text-ink-2 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
          <Info aria-hidden />
          <span>
            {note} <ExternalLink href={openInGhlUrl}>Open in GoHighLevel</ExternalLink>
          </span>
        </p>
      )}
      {blocked && (
        <p className="mx-3.5 mt-2 flex gap-2 text-13 text-warn [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
          <Lock aria-hidden />
          {blocked}
        </p>
      )}
    </>
  );
}
