import {
  Activity,
  AtSign,
  Mail,
  MessageCircle,
  MessageSquare,
  Phone,
  Star,
  StickyNote,
  Voicemail,
} from 'lucide-react';
import type { ComponentProps } from 'react';

const icons = {
  sms: MessageSquare,
  email: Mail,
  chat: MessageCircle,
  social: AtSign,
  call: Phone,
  voicemail: Voicemail,
  review: Star,
  comment: StickyNote,
  activity: Activity,
};

/** The picture of a channel, by the words of channelIcon() in lib/shared/channel. Decoration: the label says it. */
export function ChannelGlyph({ name, ...props }: ComponentProps<'svg'> & { name: keyof typeof icons }) {
  const Icon = icons[name];
  return <Icon data-slot="channel-glyph" aria-hidden {...props} />;
}
