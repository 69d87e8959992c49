import { ChevronLeft, PanelRight, Star } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { conversationName, initials, nameHue } from '@/lib/shared/format-name';
import type { ShownKind } from './message-kinds';
import { OuterText } from './outer-text';
import type { ThreadActs } from './thread-acts';
import { ThreadMenu } from './thread-menu';

type ThreadHeaderProps = {
  /** Absent while nothing at all is known of the conversation, or when it does not exist. */
  conversation: Conversation | undefined;
  isLoading: boolean;
  ownerName: string | null;
  openInGhlUrl: string;
  /** Null for whoever may only read. */
  acts: ThreadActs | null;
  shown: ShownKind;
  onShow: (shown: ShownKind) => void;
  onFind: () => void;
  onFiles: () => void;
  onBack: () => void;
  isContactOpen: boolean;
  onToggleContact: () => void;
};

export function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, ownerName, openInGhlUrl, acts, onBack, isContactOpen, onToggleContact } = props;
  const shortcutOf = useShortcutOf();
  const isStarred = conversation?.isStarred ?? false;
  const isDone = conversation?.team.kind === 'done';
  const { shortcut: doneKey, ...doneKeys } = shortcutOf('conversation.done');
  const { shortcut: snoozeKey, ...snoozeKeys } = shortcutOf('conversation.snooze');

  return (
    <header className="@container flex h-14 shrink-0 items-center gap-2.5 border-line border-b bg-panel px-5 phone:gap-2 phone:px-1.5">
      <IconButton label="Back to the list" onClick={onBack} hasTooltip={false} className="desk:hidden">
        <ChevronLeft aria-hidden />
      </IconButton>
      <WhoIsIt conversation={conversation} isLoading={props.isLoading} />
      {/* Gives way before the name does. */}
      {conversation && (ownerName || acts) && (
        <Owner name={ownerName} onAssign={acts?.assign} className="@max-[38rem]:hidden" />
      )}
      {conversation && acts && (
        <div className="flex shrink-0 items-center gap-1.5 phone:hidden">
          <Button onClick={acts.snooze} className="@max-[30rem]:hidden" {...snoozeKeys}>
            Snooze {snoozeKey && <Kbd>{snoozeKey}</Kbd>}
          </Button>
          <Button onClick={acts.toggleDone} {...doneKeys}>
            {isDone ? 'Reopen' : 'Done'} {doneKey && <Kbd>{doneKey}</Kbd>}
          </Button>
          <IconButton
            label="Star"
            aria-pressed={isStarred}
            tooltipSide="bottom"
            onClick={acts.toggleStar}
            className="@max-[30rem]:hidden"
            {...shortcutOf('conversation.star')}
          >
            <Star aria-hidden className={cn(isStarred && 'fill-star text-star')} />
          </IconButton>
        </div>
      )}
      <div className="flex shrink-0 items-center">
        {conversation && (
          <IconButton
            label="Contact panel"
            aria-pressed={isContactOpen}
            tooltipSide="bottom"
            onClick={onToggleContact}
            className="aria-pressed:bg-hover aria-pressed:text-ink"
          >
            <PanelRight aria-hidden />
          </IconButton>
        )}
        <ThreadMenu
          conversation={conversation}
          acts={acts}
          openInGhlUrl={openInGhlUrl}
          shown={props.shown}
          onShow={props.onShow}
          onFind={props.onFind}
          onFiles={props.onFiles}
        />
      </div>
    </header>
  );
}

type OwnerProps = { name: string | null; onAssign: (() => void) | undefined; className: string };

function Owner({ name, onAssign, className }: OwnerProps) {
  const { shortcut, ...keyshortcuts } = useShortcutOf()('conversation.assign');
  const words = name ? (
    <>
      Owner: <OuterText text={name} />
    </>
  ) : (
    'No owner'
  );
  const place = cn(
    'min-w-0 max-w-44 truncate text-13 text-ink-2 drawer:hidden',
    // A name may be cut; two short words may not.
    name ? 'shrink-[9999]' : 'shrink-0',
    className,
  );
  if (!onAssign) return <p className={place}>{words}</p>;
  return (
    <Tooltip content="Assign" shortcut={shortcut} side="bottom">
      <button
        type="button"
        onClick={onAssign}
        className={cn(place, 'rounded-control px-1.5 py-1 hover:bg-hover hover:text-ink')}
        {...keyshortcuts}
      >
        {words}
      </button>
    </Tooltip>
  );
}

function WhoIsIt({ conversation, isLoading }: Pick<ThreadHeaderProps, 'conversation' | 'isLoading'>) {
  if (!conversation) {
    if (!isLoading) return <div className="flex-1" />;
    return (
      <div className="flex flex-1 items-center gap-2.5">
        <Skeleton className="size-[34px] rounded-full" />
        <Skeleton className="w-36" />
      </div>
    );
  }
  const name = conversationName(conversation);
  const reach = reachOf(conversation);
  const channel = channelLabel(conversation.lastMessage.type);
  return (
    <div className="flex min-w-0 flex-auto items-center gap-2.5">
      <Avatar initials={initials(name)} hue={nameHue(name)} className="@max-[17rem]:hidden" />
      <div className="min-w-0">
        <h2 className="truncate font-strong text-15 tracking-[-0.01em]">
          <OuterText text={name} />
        </h2>
        <p className="truncate text-12 text-ink-3">
          {reach && reach !== name && (
            <>
              <OuterText text={reach} /> ·{' '}
            </>
          )}
          {channel}
        </p>
      </div>
    </div>
  );
}

/** The address that goes with the channel beside it: a number is no email. */
function reachOf({ phone, email, lastMessage }: Conversation): string | null {
  return messageForm(lastMessage.type) === 'email' ? email : phone || email;
}
