import { Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import type { ConversationRow as Row } from '@/lib/shared/contract/conversation';
import type { User } from '@/lib/shared/contract/user';
import { RowContent } from './row-content';

type ConversationRowProps = {
  row: Row;
  index: number;
  count: number;
  isOpen: boolean;
  /** Null while nothing in the list is selected: the open one is then the one that is chosen. */
  isSelected: boolean | null;
  /** The one row that Tab reaches. */
  isTabStop: boolean;
  /** Null on the server: ages hang on the viewer's clock and zone. */
  now: number | null;
  owner: User | null;
  /** How long they wait counts there, not when the last message came. */
  isWaitingList: boolean;
  wantedTags: readonly string[];
  href: string;
  onOpen: (id: string, index: number) => void;
  onFocus: (id: string, index: number) => void;
  /** The pointer came to rest on it, or left: null. */
  onPoint: (id: string | null) => void;
  /** Selects it or not, from its box. */
  onToggle: (id: string) => void;
  /** Selects from where the selection began to here. */
  onExtend: (id: string) => void;
};

/**
 * One option of the list, and a true link: a new tab, "copy link" and a slow start need no script, and the option
 * holds nothing else that takes the focus.
 */
export function ConversationRow(props: ConversationRowProps) {
  const {
    row,
    index,
    count,
    isOpen,
    isSelected,
    isTabStop,
    now,
    owner,
    isWaitingList,
    wantedTags,
    href,
    onOpen,
    onFocus,
  } = props;

  function onClick(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) return props.onExtend(row.id);
    if (isOnBox(event)) return props.onToggle(row.id);
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
      aria-selected={isSelected ?? isOpen}
      aria-current={isOpen || undefined}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      data-unread={(row.kind === 'conversation' && row.unreadCount > 0) || undefined}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={cn(
        'group/row absolute inset-x-0 flex h-(--row) select-none items-center border-line border-b pr-3.5 pl-2 no-underline focus-visible:outline-none',
        'hover:bg-sunk data-open:bg-hover data-selected:bg-tint',
        'data-open:before:absolute data-open:before:inset-y-0 data-open:before:left-0 data-open:before:w-[3px] data-open:before:bg-ink',
        'focus-visible:after:pointer-events-none focus-visible:after:absolute focus-visible:after:inset-0.5 focus-visible:after:rounded-control focus-visible:after:border-2 focus-visible:after:border-accent',
      )}
      onClick={onClick}
      onFocus={() => onFocus(row.id, index)}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && props.onPoint(row.id)}
      onPointerLeave={() => props.onPoint(null)}
    >
      <SelectBox isSelected={isSelected === true} />
      {row.kind === 'conversation' ? (
        <RowContent row={row} now={now} owner={owner} isWaitingList={isWaitingList} wantedTags={wantedTags} />
      ) : (
        <Unreadable id={row.id} />
      )}
    </a>
  );
}

/** Where a click selects: on the box, which on a touch screen is the picture too. */
function isOnBox({ target }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false;
  const isTouch = window.matchMedia('(pointer: coarse)').matches;
  return (
    target.closest(
      isTouch ? '[data-slot="select-box"], [data-slot="avatar"]' : '[data-slot="select-box"]',
    ) !== null
  );
}

/**
 * The box takes the dot's place while the pointer is on the row, and in the whole list once anything is selected. It is
 * only drawn: the option itself is what is selected or not.
 */
function SelectBox({ isSelected }: { isSelected: boolean }) {
  return (
    <span
      data-slot="select-box"
      aria-hidden
      title="Select (X)"
      className="absolute inset-y-0 left-0 grid w-10 place-items-center pr-0 opacity-0 group-hover/row:opacity-100 group-focus-visible/row:opacity-100 group-data-selecting/list:opacity-100 touch:group-hover/row:not-group-data-selecting/list:opacity-0"
    >
      <span
        className={cn(
          'grid size-[18px] place-items-center rounded-[5px] border-[1.5px] border-edge bg-panel',
          isSelected && 'border-accent bg-accent text-accent-ink',
        )}
      >
        {isSelected && <Check className="size-3" strokeWidth={3.5} />}
      </span>
    </span>
  );
}

function Unreadable({ id }: { id: string }) {
  return (
    <span className="min-w-0 truncate pl-[4.875rem] text-13 text-ink-3 italic">
      Unreadable conversation · <bdi>{id}</bdi>
    </span>
  );
}
