import {
  AlarmClock,
  Check,
  Ellipsis,
  ExternalLink,
  ListFilter,
  Mail,
  MailOpen,
  Paperclip,
  RotateCcw,
  Search,
  Star,
  Trash2,
  UserRound,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuSub,
  MenuTrigger,
} from '@/components/ui/menu';
import type { CommandId } from '@/lib/client/shortcuts/commands';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import type { Conversation } from '@/lib/shared/contract/conversation';
import { kindLabels, type ShownKind, shownKinds } from './message-kinds';
import type { ThreadActs } from './thread-acts';

type ThreadMenuProps = {
  conversation: Conversation | undefined;
  acts: ThreadActs | null;
  openInGhlUrl: string;
  shown: ShownKind;
  onShow: (shown: ShownKind) => void;
  onFind: () => void;
  onFiles: () => void;
};

/** Everything the header has, and what it has no room for: on a phone the only place of it. */
export function ThreadMenu(props: ThreadMenuProps) {
  const { conversation, acts, openInGhlUrl, shown, onShow, onFind } = props;
  const hasLedToField = useRef(false);
  function find() {
    hasLedToField.current = true;
    onFind();
  }
  const isUnread = (conversation?.unreadCount ?? 0) > 0;
  const isStarred = conversation?.isStarred ?? false;
  const isDone = conversation?.team.kind === 'done';
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="More" tooltipSide="bottom">
          <Ellipsis aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent
        align="end"
        // The field to find in has the focus by then.
        onCloseAutoFocus={(event) => {
          if (hasLedToField.current) event.preventDefault();
          hasLedToField.current = false;
        }}
      >
        {conversation && acts && (
          <>
            <Item id="conversation.done" onSelect={acts.toggleDone}>
              {isDone ? <RotateCcw aria-hidden /> : <Check aria-hidden />} {isDone ? 'Reopen' : 'Done'}
            </Item>
            <Item id="conversation.snooze" onSelect={acts.snooze}>
              <AlarmClock aria-hidden /> Snooze…
            </Item>
            <Item id="conversation.assign" onSelect={acts.assign}>
              <UserRound aria-hidden /> Assign…
            </Item>
            <Item id="conversation.unread" onSelect={acts.toggleRead}>
              {isUnread ? <MailOpen aria-hidden /> : <Mail aria-hidden />}
              {isUnread ? 'Mark read' : 'Mark unread'}
            </Item>
            <Item id="conversation.star" onSelect={acts.toggleStar}>
              <Star aria-hidden className={cn(isStarred && 'fill-star text-star')} />
              {isStarred ? 'Remove star' : 'Star'}
            </Item>
            <MenuSeparator />
          </>
        )}
        {conversation && (
          <>
            <Item id="message.find" onSelect={find}>
              <Search aria-hidden /> Find in the conversation
            </Item>
            <MenuItem onSelect={props.onFiles}>
              <Paperclip aria-hidden /> Files
            </MenuItem>
            <MenuSub label="Show" icon={<ListFilter aria-hidden />}>
              <MenuRadioGroup value={shown} onValueChange={(kind) => onShow(kind as ShownKind)}>
                {shownKinds.map((kind) => (
                  <MenuRadioItem key={kind} value={kind}>
                    {kindLabels[kind]}
                  </MenuRadioItem>
                ))}
              </MenuRadioGroup>
            </MenuSub>
            <MenuSeparator />
          </>
        )}
        <MenuItem asChild>
          <a href={openInGhlUrl} target="_blank" rel="noopener noreferrer">
            <ExternalLink aria-hidden /> Open in GoHighLevel
          </a>
        </MenuItem>
        {conversation && acts?.delete && (
          <>
            <MenuSeparator />
            <Item id="conversation.delete" variant="danger" onSelect={acts.delete}>
              <Trash2 aria-hidden /> Delete…
            </Item>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}

type ItemProps = {
  id: CommandId;
  variant?: 'danger';
  onSelect: () => void;
  children: ReactNode;
};

function Item({ id, children, ...props }: ItemProps) {
  const { shortcut, ...keyshortcuts } = useShortcutOf()(id);
  return (
    <MenuItem {...props} {...keyshortcuts}>
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </MenuItem>
  );
}
