import { CircleCheck, Paperclip, Tag as TagIcon, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { firstLine } from '@/lib/client/snippet-words';
import type { Snippet } from '@/lib/shared/contract/snippet';

type SnippetRowProps = {
  snippet: Snippet;
  ownerName: (userId: string) => string;
  onEdit: () => void;
  onDelete: () => void;
};

export function SnippetRow({ snippet, ownerName, onEdit, onDelete }: SnippetRowProps) {
  const { name, text, isShared, isMine, authorName, canChange, files, acts } = snippet;
  return (
    <SnippetLine
      name={name}
      text={text}
      badge={isShared && <Badge>{isMine ? 'Shared' : `By ${authorName}`}</Badge>}
      facts={
        <>
          {files.length > 0 && (
            <Fact icon={<Paperclip />}>{files.length === 1 ? '1 file' : `${files.length} files`}</Fact>
          )}
          {acts.addTags.length > 0 && <Fact icon={<TagIcon />}>{acts.addTags.join(', ')}</Fact>}
          {acts.assignTo !== null && <Fact icon={<UserRound />}>Assigns to {ownerName(acts.assignTo)}</Fact>}
          {acts.marksDone && <Fact icon={<CircleCheck />}>Marks done</Fact>}
        </>
      }
    >
      {canChange && (
        <>
          <Button onClick={onEdit}>
            Edit<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
          <Button variant="quiet" onClick={onDelete}>
            Delete<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        </>
      )}
    </SnippetLine>
  );
}

type SnippetLineProps = {
  name: string;
  text: string;
  badge?: ReactNode;
  facts?: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
};

/** One of a list, be it ours or GHL's. Out of sight it costs no layout: there may be a thousand. */
export function SnippetLine({ name, text, badge, facts, children }: SnippetLineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3 [contain-intrinsic-size:auto_68px] [content-visibility:auto]">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          <BidiText className="min-w-0 font-semibold text-14 [overflow-wrap:anywhere]">{name}</BidiText>
          {badge}
        </p>
        <p className="line-clamp-2 text-13 text-ink-2 [overflow-wrap:anywhere]">
          <BidiText>{firstLine(text, 300)}</BidiText>
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-12 text-ink-3 empty:hidden">{facts}</p>
      </div>
      <div className="flex gap-2">{children}</div>
    </li>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1 [overflow-wrap:anywhere] [&_svg]:size-3.5 [&_svg]:shrink-0">
      <span aria-hidden>{icon}</span>
      <bdi>{children}</bdi>
    </span>
  );
}
