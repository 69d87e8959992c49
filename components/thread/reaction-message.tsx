import { SmilePlus } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Message } from '@/lib/shared/contract/message';
import { LinkedText } from './linked-text';
import { authorOf } from './message-words';
import { OuterText } from './outer-text';
import type { ThreadScene } from './thread-scene';
import { TimeText } from './time-text';

/** Not a message of its own, but a nod to one: small, and on the side of whoever gave it. */
export function ReactionMessage({ message, scene }: { message: Message; scene: ThreadScene }) {
  const isOut = message.direction === 'outbound';
  return (
    <div
      className={cn(
        'mx-1 my-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-12 text-ink-3',
        isOut && 'justify-end',
      )}
    >
      <div className="inline-flex min-w-0 max-w-[min(74%,560px)] items-center gap-1.5 rounded-full border border-line bg-panel px-2.5 py-0.5 text-13 text-ink">
        <SmilePlus aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        {message.body ? <LinkedText text={message.body} /> : 'Reaction'}
      </div>
      <span>
        <OuterText text={isOut ? authorOf(message, scene.names) : scene.contactName} /> ·{' '}
        <TimeText at={message.at} /> · Reaction
      </span>
    </div>
  );
}
