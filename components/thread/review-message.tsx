import { Star } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Message } from '@/lib/shared/contract/message';
import { Card, CardHead } from './card';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import { reviewWords } from './review-words';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

export function ReviewMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  const isReply = message.direction === 'outbound';
  const { stars, text, best } = reviewWords(message);
  return (
    <Card>
      <CardHead
        icon={<Star />}
        title={isReply ? 'Public reply to a review' : 'Review'}
        text={
          <>
            <OuterText text={isReply ? authorOf(message, scene.names) : scene.contactName} /> ·{' '}
            <TimeText at={message.at} />
          </>
        }
        end={stars !== null && <Stars rating={stars} best={best} />}
      />
      {text && (
        <div className="border-line border-t px-3.5 py-3 text-body">
          <LinkedText text={text} />
        </div>
      )}
    </Card>
  );
}

function Stars({ rating, best }: { rating: number; best: number }) {
  const full = Math.round(rating);
  return (
    <span className="inline-flex shrink-0 gap-0.5">
      {Array.from({ length: best }, (_, index) => (
        <Star
          // biome-ignore lint/suspicious/noArrayIndexKey: five stars, always in this order
          key={index}
          aria-hidden
          className={cn('size-4', index < full ? 'fill-star text-star' : 'text-edge')}
        />
      ))}
      <VisuallyHidden>
        {rating} of {best} stars
      </VisuallyHidden>
    </span>
  );
}
