import {
  AlarmClock,
  Check,
  Command,
  Forward,
  Keyboard,
  ListChecks,
  type LucideIcon,
  Mail,
  PenLine,
  Reply,
  ReplyAll,
  Search,
  Star,
  Trash2,
  Undo2,
  UserRound,
} from 'lucide-react';
import type { CommandId } from '@/lib/client/shortcuts/commands';

const icons: Partial<Record<CommandId, LucideIcon>> = {
  'conversation.done': Check,
  'conversation.snooze': AlarmClock,
  'conversation.unread': Mail,
  'conversation.star': Star,
  'conversation.assign': UserRound,
  'conversation.delete': Trash2,
  'conversation.new': PenLine,
  'message.reply': Reply,
  'message.replyAll': ReplyAll,
  'message.forward': Forward,
  'list.search': Search,
  'select.all': ListChecks,
  help: Keyboard,
  undo: Undo2,
};

export function CommandIcon({ id }: { id: CommandId }) {
  const Icon = icons[id] ?? Command;
  return <Icon aria-hidden />;
}
