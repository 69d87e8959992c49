import { Globe, Info, Lock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ExternalLink } from '@/components/ui/external-link';

type ComposerNotesProps = {
  /** Where an answer from here would not go where they wrote. */
  elsewhere: string | null;
  /** Why nothing can be sent on the chosen channel, or on the one they wrote on. */
  blocked: string | null;
  /** What else is good to know of it. */
  note: string | null;
  isPublic: boolean;
  openInGhlUrl: string;
};

/** Said before anyone writes. */
export function ComposerNotes({ elsewhere, blocked, note, isPublic, openInGhlUrl }: ComposerNotesProps) {
  return (
    <>
      {elsewhere && (
        <Note icon={Info}>
          {elsewhere} <ExternalLink href={openInGhlUrl}>Open in GoHighLevel</ExternalLink>
        </Note>
      )}
      {blocked && (
        <Note icon={Lock} className="text-warn">
          {blocked}
        </Note>
      )}
      {note && (
        <Note icon={isPublic ? Globe : Info} className={isPublic ? 'font-semibold text-ink' : undefined}>
          {note}
        </Note>
      )}
    </>
  );
}

function Note({
  icon: Icon,
  className,
  children,
}: {
  icon: LucideIcon;
  className?: string;
  children: ReactNode;
}) {
  return (
    <p
      className={cn(
        'mx-3.5 mt-2 flex gap-2 text-13 text-ink-2 [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0',
        className,
      )}
    >
      <Icon aria-hidden />
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
