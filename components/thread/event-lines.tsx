import { ChevronDown } from 'lucide-react';
import { EventLine } from './event-line';
import type { ThreadRow } from './thread-rows';
import type { ThreadScene } from './thread-scene';

type EventLinesProps = { row: Extract<ThreadRow, { kind: 'events' }>; scene: ThreadScene };

/** Many events in a row: one line that opens. */
export function EventLines({ row, scene }: EventLinesProps) {
  // Newer and older ones may join: it stays open as long as one of those that were opened is among them.
  const opened = row.messages.map(({ id }) => `events-${id}`).filter((key) => scene.toggledMails.get(key));
  const isOpen = opened.length > 0;

  function toggle() {
    if (isOpen) for (const key of opened) scene.onToggleMail(key, false);
    else scene.onToggleMail(`events-${row.key}`, true);
  }

  return (
    <div className="my-1.5 text-12 text-ink-3">
      <div className="flex justify-center">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={toggle}
          className="inline-flex min-h-6 items-center gap-1 rounded-full border border-line bg-panel px-2.5 transition-colors hover:bg-hover hover:text-ink touch:min-h-11 touch:px-4 aria-expanded:[&_svg]:rotate-180"
        >
          {row.messages.length} events
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      </div>
      {isOpen && row.messages.map((message) => <EventLine key={message.id} message={message} />)}
    </div>
  );
}
