import type { MouseEvent } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BidiText } from '@/components/ui/bidi-text';
import { cn } from '@/components/ui/cn';
import { ChannelGlyph } from '@/components/ui/icon-set';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { zonedWords } from '@/lib/client/zoned-words';
import { channelIcon, channelLabel } from '@/lib/shared/channel';
import { type Send, typeOfSend } from '@/lib/shared/contract/send';
import { initials, nameHue } from '@/lib/shared/format-name';
import { fullTime, shortAge } from '@/lib/shared/format-time';
import { attentionWords, firstWordsOf } from './send-row-words';

type SendRowProps = {
  send: Send;
  isOpen: boolean;
  /** The one row that Tab reaches. */
  isTabStop: boolean;
  /** Null on the server. */
  now: number | null;
  /** The location's; undefined where it is not known. */
  zone: string | undefined;
  href: string;
  onFocus: () => void;
  onOpen: () => void;
};

/** One send: to whom, how it begins, why it stands here or when it goes. A true link to its place in the thread. */
export function SendRow({ send, isOpen, isTabStop, now, zone, href, onFocus, onOpen }: SendRowProps) {
  const name = send.contactName ?? 'Unknown contact';
  const type = typeOfSend[send.request.channel];
  const isScheduled = send.scheduledFor !== null && send.state === 'scheduled';

  function onClick(event: MouseEvent<HTMLAnchorElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    onOpen();
  }

  return (
    <a
      role="option"
      href={href}
      draggable={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isOpen}
      aria-current={isOpen || undefined}
      data-open={isOpen || undefined}
      className={cn(
        'relative flex h-(--row) select-none items-center border-line border-b pr-3.5 pl-4 no-underline focus-visible:outline-none',
        'hover:bg-sunk data-open:bg-hover',
        'data-open:before:absolute data-open:before:inset-y-0 data-open:before:left-0 data-open:before:w-[3px] data-open:before:bg-ink',
        'focus-visible:after:pointer-events-none focus-visible:after:absolute focus-visible:after:inset-0.5 focus-visible:after:rounded-control focus-visible:after:border-2 focus-visible:after:border-accent',
      )}
      onClick={onClick}
      onFocus={onFocus}
    >
      <Avatar
        className="compact:-mx-1 compact:scale-[0.76]"
        initials={initials(name)}
        hue={nameHue(name)}
        corner={<ChannelGlyph name={channelIcon(type)} />}
      />
      <span className="ml-2.5 grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-px compact:flex compact:items-center compact:gap-1.5">
        <span className="flex h-5 items-center gap-1.5 compact:contents">
          <BidiText className="min-w-0 truncate text-14 compact:max-w-40 compact:text-13 text-ink tracking-[-0.005em]">
            {name}
          </BidiText>
          <VisuallyHidden>, </VisuallyHidden>
          {now !== null && !isScheduled && (
            <time
              dateTime={new Date(send.updatedAt).toISOString()}
              title={fullTime(send.updatedAt)}
              className="ml-auto shrink-0 pl-1 text-12 text-ink-3 tabular-nums compact:order-last"
            >
              {shortAge(send.updatedAt, now)}
            </time>
          )}
        </span>
        <span className="flex h-5 items-center gap-1.5 text-13 text-ink-2 compact:contents">
          <VisuallyHidden>{`, ${channelLabel(type)}, `}</VisuallyHidden>
          {isScheduled ? (
            <span className="shrink-0 font-medium text-ink">
              {now !== null && zonedWords(send.scheduledFor ?? 0, zone)}
            </span>
          ) : (
            <span className="shrink-0 font-medium text-bad">{attentionWords(send)}</span>
          )}
          <VisuallyHidden>: </VisuallyHidden>
          <BidiText className="min-w-0 truncate text-13 text-ink-2">{firstWordsOf(send)}</BidiText>
        </span>
      </span>
    </a>
  );
}
