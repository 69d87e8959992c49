import type { MouseEvent } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { ChannelGlyph } from '@/components/ui/icon-set';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { channelIcon, channelLabel } from '@/lib/shared/channel';
import type { Conversation, ConversationRow as Row } from '@/lib/shared/contract/conversation';
import type { User } from '@/lib/shared/contract/user';
import { conversationName, initials, nameHue } from '@/lib/shared/format-name';
import { fullTime, shortAge } from '@/lib/shared/format-time';
import { userLabel } from './filter-chips';
import { previewOf } from './preview-of';

type ConversationRowProps = {
  row: Row;
  index: number;
  count: number;
  isOpen: boolean;
  /** The one row that Tab reaches. */
  isTabStop: boolean;
  /** Null on the server: ages hang on the viewer's clock and zone. */
  now: number | null;
  owner: User | null;
  href: string;
  onOpen: (id: string, index: number) => void;
  onFocus: (id: string, index: number) => void;
};

/**
 * One option of the list, and a true link: a new tab, "copy link" and a slow start need no script, and the option
 * holds nothing else that takes the focus.
 */
export function ConversationRow(props: ConversationRowProps) {
  const { row, index, count, isOpen, isTabStop, now, owner, href, onOpen, onFocus } = props;

  function onClick(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Safari gives a clicked link no focus; the arrow keys should go on from here.
    event.currentTarget.focus({ preventScroll: true });
    onOpen(row.id, index);
  }

  return (
    <a
      role="option"
      href={href}
      draggable={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isOpen}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-open={isOpen || undefined}
      data-unread={(row.kind === 'conversation' && row.unreadCount > 0) || undefined}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={cn(
        'group/row absolute inset-x-0 flex h-(--row) select-none items-center border-line border-b pr-3.5 pl-2 no-underline focus-visible:outline-none',
        'hover:bg-sunk data-open:bg-hover',
        'data-open:before:absolute data-open:before:inset-y-0 data-open:before:left-0 data-open:before:w-[3px] data-open:before:bg-ink',
        'focus-visible:after:pointer-events-none focus-visible:after:absolute focus-visible:after:inset-0.5 focus-visible:after:rounded-control focus-visible:after:border-2 focus-visible:after:border-accent',
      )}
      onClick={onClick}
      onFocus={() => onFocus(row.id, index)}
    >
      {row.kind === 'conversation' ? (
        <Readable row={row} now={now} owner={owner} />
      ) : (
        <Unreadable id={row.id} />
      )}
    </a>
  );
}

function Readable({ row, now, owner }: { row: Conversation; now: number | null; owner: User | null }) {
  const name = conversationName(row);
  const preview = previewOf(row);
  const { type, at } = row.lastMessage;
  return (
    <>
      <span className="grid w-6 shrink-0 place-items-center">
        {row.unreadCount > 0 && (
          <>
            <span aria-hidden className="size-[7px] rounded-full bg-accent forced-colors:bg-[Highlight]" />
            <VisuallyHidden>{`Unread, ${row.unreadCount}. `}</VisuallyHidden>
          </>
        )}
      </span>
      <Avatar
        className="ml-2.5"
        initials={initials(name)}
        hue={nameHue(name)}
        corner={<ChannelGlyph name={channelIcon(type)} />}
      />
      <span className="ml-2.5 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-px">
        <span className="flex h-5 items-center gap-1.5">
          <BidiText className="min-w-0 truncate text-14 text-ink tracking-[-0.005em] group-data-unread/row:font-strong">
            {name}
          </BidiText>
          {row.isStarred && (
            <span className="text-12 text-star">
              <span aria-hidden>★</span>
              <VisuallyHidden>, starred</VisuallyHidden>
            </span>
          )}
          <Comma />
          <Age at={at} now={now} />
        </span>
        <span className="flex h-5 items-center gap-1 text-13 text-ink-2 group-data-unread/row:text-ink">
          <Comma />
          {preview.prefix && <span className="shrink-0 text-ink-3">{preview.prefix}</span>}
          {!preview.isTypeOnly && <VisuallyHidden>{`${channelLabel(type)}: `}</VisuallyHidden>}
          <BidiText className="min-w-0 truncate">{preview.text}</BidiText>
          <RowEnd row={row} owner={owner} />
        </span>
      </span>
    </>
  );
}

function Age({ at, now }: { at: number | null; now: number | null }) {
  if (at === null || now === null) return null;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={fullTime(at)}
      className="ml-auto shrink-0 pl-1 text-12 text-ink-3 tabular-nums group-data-unread/row:font-medium group-data-unread/row:text-ink-2"
    >
      {shortAge(at, now)}
    </time>
  );
}

/**
 * Tags and owner: two tags in a wide list, one in a narrow one, never more than half of the line. The second tag gives
 * way before the first one is cut.
 */
function RowEnd({ row, owner }: { row: Conversation; owner: User | null }) {
  const tags = [...new Set(row.tags)];
  if (tags.length === 0 && !row.assignedTo) return null;
  return (
    <span
      className="ml-auto flex min-w-0 max-w-1/2 shrink-0 items-center justify-end gap-[5px] pl-1.5"
      title={tags.length > 0 ? tags.join(', ') : undefined}
    >
      {tags.length > 0 && <VisuallyHidden>{`, Tags: ${tags.join(', ')}`}</VisuallyHidden>}
      {tags.slice(0, 2).map((tag, index) => (
        <Tag
          key={tag}
          aria-hidden
          className={index === 0 ? 'min-w-0' : 'hidden min-w-7 shrink-[9999] @min-[26rem]:inline-block'}
        >
          <BidiText>{tag}</BidiText>
        </Tag>
      ))}
      {row.assignedTo && (
        <>
          <Comma />
          <Owner owner={owner} />
        </>
      )}
    </span>
  );
}

/** Between the parts of a row, so that they are not read as one word. */
function Comma() {
  return <VisuallyHidden>, </VisuallyHidden>;
}

function Owner({ owner }: { owner: User | null }) {
  if (!owner) {
    return (
      <span className="size-5 shrink-0 rounded-full bg-sunk">
        <VisuallyHidden>Assigned</VisuallyHidden>
      </span>
    );
  }
  const name = userLabel(owner);
  return (
    <Avatar
      size={20}
      initials={initials(name)}
      hue={nameHue(name)}
      label={`Assigned to ${name}`}
      title={`Assigned to ${name}`}
    />
  );
}

function Unreadable({ id }: { id: string }) {
  return (
    <span className="min-w-0 truncate pl-[4.875rem] text-13 text-ink-3 italic">
      Unreadable conversation · <bdi>{id}</bdi>
    </span>
  );
}
