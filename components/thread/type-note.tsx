import { CalendarX, CircleHelp, type LucideIcon, MessageSquareQuote, Star } from 'lucide-react';
import { channelLabel, isKnownType } from '@/lib/shared/channel';
import type { Message } from '@/lib/shared/contract/message';
import { OuterText } from './outer-text';

/** What sets a message apart from a plain one: everybody can read it, it asks for a review, nobody knows its kind. */
export function TypeNote({ message }: { message: Message }) {
  const note = noteOf(message);
  if (!note) return null;
  const { Icon, words } = note;
  return (
    <p className="mb-0.5 flex items-center gap-1.5 font-semibold text-11 text-ink-2">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <OuterText text={words} />
    </p>
  );
}

function noteOf({ type, direction }: Message): { Icon: LucideIcon; words: string } | null {
  const place = publicPlaces[type];
  if (place) {
    const words = direction === 'outbound' ? `Public reply on ${place}` : `Comment on a post on ${place}`;
    return { Icon: MessageSquareQuote, words };
  }
  if (type === 'TYPE_SMS_REVIEW_REQUEST') return { Icon: Star, words: 'Asks for a review' };
  if (type === 'TYPE_SMS_NO_SHOW_REQUEST') return { Icon: CalendarX, words: 'After a missed appointment' };
  if (isKnownType(type)) return null;
  return { Icon: CircleHelp, words: `${channelLabel(type)}: a kind of message that is new to Parley` };
}

const publicPlaces: Record<string, string> = {
  TYPE_FACEBOOK_COMMENT: 'Facebook',
  TYPE_INSTAGRAM_COMMENT: 'Instagram',
  TYPE_TIKTOK_COMMENT: 'TikTok',
};
