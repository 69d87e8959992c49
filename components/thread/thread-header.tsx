import { ChevronLeft, Ellipsis, ExternalLink, Mail, MailOpen, PanelRight, Star } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import { channelLabel, messageForm } from '@/lib/shared/channel';
import type { Conversation, ConversationPatch } from '@/lib/shared/contract/conversation';
import { conversationName, initials, nameHue } from '@/lib/shared/format-name';
import { OuterText } from './outer-text';

type ThreadHeaderProps = {
  /** Absent while nothing at all is known of the conversation, or when it does not exist. */
  conversation: Conversation | undefined;
  isLoading: boolean;
  ownerName: string | null;
  openInGhlUrl: string;
  canMark: boolean;
  onPatch: (patch: ConversationPatch) => void;
  onBack: () => void;
  isContactOpen: boolean;
  onToggleContact: () => void;
};

export function ThreadHeader(props: ThreadHeaderProps) {
  const { conversation, ownerName, openInGhlUrl, canMark, onPatch, onBack, isContactOpen, onToggleContact } =
    props;
  const isUnread = (conversation?.unreadCount ?? 0) > 0;
  const isStarred = conversation?.isStarred ?? false;
  const marks = conversation !== undefined && canMark;
  const readLabel = isUnread ? 'Mark read' : 'Mark unread';
  const ReadIcon = isUnread ? MailOpen : Mail;

  return (
    <header className="@container flex h-14 shrink-0 items-center gap-2.5 border-line border-b bg-panel px-5 phone:gap-2 phone:px-1.5">
      <IconButton label="Back to the list" onClick={onBack} tooltipSide="bottom" className="desk:hidden">
        <ChevronLeft aria-hidden />
      </IconButton>
      <WhoIsIt conversation={conversation} isLoading={props.isLoading} />
      {/* Gives way before the name does. */}
      {ownerName && (
        <p className="@max-[40rem]:hidden min-w-0 max-w-44 shrink-[9999] truncate text-13 text-ink-2 drawer:hidden">
          Owner: <OuterText text={ownerName} />
        </p>
      )}
      {marks && (
        <div className="flex shrink-0 items-center gap-1.5 phone:hidden">
          <Button onClick={() => onPatch({ isUnread: !isUnread })}>{readLabel}</Button>
          <IconButton
            label="Star"
            aria-pressed={isStarred}
            tooltipSide="bottom"
            onClick={() => onPatch({ isStarred: !isStarred })}
          >
            <StarIcon isOn={isStarred} />
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
        <Menu>
          <MenuTrigger asChild>
            <IconButton label="More" tooltipSide="bottom">
              <Ellipsis aria-hidden />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            {marks && (
              <>
                <MenuItem onSelect={() => onPatch({ isUnread: !isUnread })}>
                  <ReadIcon aria-hidden /> {readLabel}
                </MenuItem>
                <MenuItem onSelect={() => onPatch({ isStarred: !isStarred })}>
                  <StarIcon isOn={isStarred} /> {isStarred ? 'Remove star' : 'Star'}
                </MenuItem>
                <MenuSeparator />
              </>
            )}
            <MenuItem asChild>
              <a href={openInGhlUrl} target="_blank" rel="noopener noreferrer">
                <ExternalLink aria-hidden /> Open in GoHighLevel
              </a>
            </MenuItem>
          </MenuContent>
        </Menu>
      </div>
    </header>
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
      <Avatar initials={initials(name)} hue={nameHue(name)} />
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

function StarIcon({ isOn }: { isOn: boolean }) {
  return <Star aria-hidden className={cn(isOn && 'fill-star text-star')} />;
}
