import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ExternalLink } from '@/components/ui/external-link';

/** Stands where the composer would: the server refuses what a viewer sends. */
export function ReadOnlyNotice() {
  return (
    <Frame>
      <Eye aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-52">Your role only reads: answers are for agents and admins.</p>
    </Frame>
  );
}

type ClosedNoticeProps = {
  reason: string;
  openInGhlUrl: string;
  /** Absent where not even the team can write something down. */
  onComment?: () => void;
};

/** Stands where the composer would in a conversation that cannot be answered from here. */
export function ClosedNotice({ reason, openInGhlUrl, onComment }: ClosedNoticeProps) {
  return (
    <Frame>
      <Lock aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-52">
        {reason} <ExternalLink href={openInGhlUrl}>Open in GoHighLevel</ExternalLink>
      </p>
      {onComment && (
        <Button size="sm" onClick={onComment}>
          Write a comment
        </Button>
      )}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Reply"
      className="mx-7 mt-2 mb-[18px] flex flex-wrap items-center gap-x-2 gap-y-1 rounded-panel border border-line bg-panel px-4 py-3 text-13 text-ink-2 phone:mx-2.5 phone:mb-2.5"
    >
      {children}
    </section>
  );
}
