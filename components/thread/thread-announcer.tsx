import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { channelLabel } from '@/lib/shared/channel';
import type { MessageItem } from '@/lib/shared/contract/message';
import { arrivedAfter } from './arrivals';
import { type SendStates, sendNews } from './send-news';

type ThreadAnnouncerProps = {
  messages: readonly MessageItem[];
  sends: SendStates;
  contactName: string;
};

const maxReadLength = 200;

/**
 * Tells a screen reader what is new. The log itself is silent: rows come and go with scrolling, and older pages are
 * no news.
 */
export function ThreadAnnouncer({ messages, sends, contactName }: ThreadAnnouncerProps) {
  const [text, setText] = useState('');
  const lastId = useRef<string | null>(null);
  const lastSends = useRef<SendStates>(sends);

  useEffect(() => {
    const arrived = arrivedAfter(lastId.current, messages)
      .filter((message) => message.kind === 'message')
      .filter((message) => message.direction === 'inbound');
    const news = [
      ...sendNews(lastSends.current, sends),
      ...arrived.map(
        (message) =>
          `${channelLabel(message.type)} from ${contactName}: ${(message.body ?? '').slice(0, maxReadLength)}`,
      ),
    ];
    lastId.current = messages.at(-1)?.id ?? null;
    lastSends.current = sends;
    if (news.length > 0) setText(news.join('. '));
  }, [messages, sends, contactName]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}
