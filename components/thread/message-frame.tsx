import { EllipsisVertical } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { Message } from '@/lib/shared/contract/message';
import { neighbourButton } from './message-buttons';

/** Where the menu of a message opens, and where the focus goes back to. */
export type MenuPlace = { message: Message; x: number; y: number; opener: HTMLElement };

/** A group of its own only then: every message in one would be a burden to listen to. */
const lookedFor = { role: 'group', 'aria-label': 'The message that was looked for' } as const;

type MessageFrameProps = {
  message: Message;
  /** A permalink or a search stands at it. */
  isMarked: boolean;
  onMenu: (place: MenuPlace) => void;
  children: ReactNode;
};

/** Around each message: the mark of one that was looked for, and the way to what can be done with it. */
export function MessageFrame({ message, isMarked, onMenu, children }: MessageFrameProps) {
  function openAtButton(button: HTMLElement) {
    const { left, bottom } = button.getBoundingClientRect();
    onMenu({ message, x: left, y: bottom, opener: button });
  }

  function handleContextMenu(event: MouseEvent<HTMLElement>) {
    const button = event.currentTarget.querySelector<HTMLElement>('[data-slot="message-menu"]');
    if (!button || isForBrowser(event)) return;
    event.preventDefault();
    // By key it has no place of its own.
    if (event.target === button || event.clientX + event.clientY === 0) openAtButton(button);
    else onMenu({ message, x: event.clientX, y: event.clientY, opener: button });
  }

  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.currentTarget.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const next = neighbourButton(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same menu is behind the button, for every key and reader
    <div
      data-message-id={message.id}
      data-marked={isMarked || undefined}
      {...(isMarked && lookedFor)}
      onContextMenu={handleContextMenu}
      className="group/message relative rounded-card data-marked:bg-tint data-marked:shadow-[0_0_0_6px_var(--tint)]"
    >
      {children}
      <button
        type="button"
        data-slot="message-menu"
        tabIndex={-1}
        aria-label="More about this message"
        aria-haspopup="menu"
        onClick={(event) => openAtButton(event.currentTarget)}
        onKeyDown={handleKeyDown}
        className="absolute top-0.5 -right-7 phone:-right-6 grid h-8 phone:w-6 w-7 place-items-center rounded-control text-ink-3 opacity-0 hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover/message:opacity-100 touch:opacity-100"
      >
        <EllipsisVertical aria-hidden className="size-4" />
      </button>
    </div>
  );
}

/** A link, a picture or words that are selected have a menu of the browser's own, which is the one that is meant. */
function isForBrowser({ target }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false;
  const selection = document.getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
  return isSelected || target.closest('a, img, video, audio, input, textarea') !== null;
}
