import {
  Calendar,
  CircleDollarSign,
  Info,
  type LucideIcon,
  MessagesSquare,
  ReceiptText,
  TrendingUp,
  UserRound,
} from 'lucide-react';
import type { Message } from '@/lib/shared/contract/message';
import { activityWords } from './message-words';
import { OuterText } from './outer-text';
import { QuietLine } from './quiet-line';
import { TimeText } from './time-text';

/** What happened around the conversation, in one quiet line. */
export function EventLine({ message }: { message: Message }) {
  const Icon = icons[message.type] ?? Info;
  return (
    <QuietLine>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <OuterText text={activityWords(message)} />
      <span aria-hidden>·</span>
      <TimeText at={message.at} />
    </QuietLine>
  );
}

const icons: Record<string, LucideIcon> = {
  TYPE_ACTIVITY_APPOINTMENT: Calendar,
  TYPE_ACTIVITY_CONTACT: UserRound,
  TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG: UserRound,
  TYPE_ACTIVITY_INVOICE: ReceiptText,
  TYPE_ACTIVITY_PAYMENT: CircleDollarSign,
  TYPE_ACTIVITY_OPPORTUNITY: TrendingUp,
  TYPE_LIVE_CHAT_INFO_MESSAGE: MessagesSquare,
};
