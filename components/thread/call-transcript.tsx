import { memo, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Spinner } from '@/components/ui/spinner';
import { useTranscript } from '@/lib/client/queries/recordings';
import { playSound, seekSound, useSound } from '@/lib/client/sound-player';
import type { TranscriptSentence } from '@/lib/shared/contract/transcript';
import { clockTime } from '@/lib/shared/format-time';
import { OuterText } from './outer-text';
import { sentenceAt, speakerOf } from './transcript-place';

type CallTranscriptProps = {
  locationId: string;
  messageId: string;
  /** Our own address of the recording it follows. */
  src: string;
  name: string;
  isInbound: boolean;
  contact: string;
  team: string;
};

/** What was said, beside the sound: in a box of one height, so that nothing below moves when the words arrive. */
export function CallTranscript({ locationId, messageId, ...call }: CallTranscriptProps) {
  const { data, error, isFetching, refetch } = useTranscript(locationId, messageId, true);
  const retry = (
    <Button size="sm" isPending={isFetching} onClick={() => void refetch()}>
      Retry
    </Button>
  );
  return (
    <div className="h-44 border-line border-t">
      {data && data.sentences.length > 0 ? (
        <Sentences sentences={data.sentences} left={data.left} {...call} />
      ) : error ? (
        <Note isBad action={retry}>
          {error.message}
        </Note>
      ) : data ? (
        <Note action={retry}>The transcript is not ready yet. GoHighLevel writes it after the call.</Note>
      ) : (
        <Note>
          <Spinner /> Loading the transcript…
        </Note>
      )}
    </div>
  );
}

function Note({ isBad, action, children }: { isBad?: boolean; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-2.5 px-4 text-center text-13">
      <p role="status" className={cn('flex items-center gap-2', isBad ? 'text-bad' : 'text-ink-2')}>
        {children}
      </p>
      {action}
    </div>
  );
}

type SentencesProps = Omit<CallTranscriptProps, 'locationId' | 'messageId'> & {
  sentences: readonly TranscriptSentence[];
  left: number;
};

function Sentences(props: SentencesProps) {
  const { timeMs, state } = useSound(props.src);
  const now = state === 'idle' && timeMs === 0 ? -1 : sentenceAt(props.sentences, timeMs);
  return <SentenceList {...props} now={now} />;
}

/** Drawn anew with each sentence, not with each moment of the sound: there may be thousands. */
const SentenceList = memo(function SentenceList(props: SentencesProps & { now: number }) {
  const { sentences, left, src, name, now, ...call } = props;
  const listRef = useRef<HTMLOListElement>(null);
  /** Whoever scrolls on their own reads elsewhere: the sound does not pull them back until it is heard where they are. */
  const readsElsewhereRef = useRef(false);

  useEffect(() => {
    const list = listRef.current;
    const sentence = list?.children[now];
    if (list && sentence instanceof HTMLElement) follow(list, sentence, readsElsewhereRef);
  }, [now]);

  function seek(ms: number) {
    readsElsewhereRef.current = false;
    seekSound(src, ms);
    playSound(src);
  }

  const scrolls = () => {
    readsElsewhereRef.current = true;
  };

  return (
    <ol
      ref={listRef}
      aria-label={`Transcript of ${name}`}
      onWheel={scrolls}
      onTouchMove={scrolls}
      className="relative h-full overflow-y-auto overscroll-contain px-2 py-1.5 text-13 text-ink-2"
    >
      {sentences.map(({ channel, startMs, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a transcript never change places
        <li key={index}>
          <button
            type="button"
            aria-current={index === now ? 'true' : undefined}
            tabIndex={index === Math.max(0, now) ? 0 : -1}
            aria-disabled={startMs === null || undefined}
            onClick={() => startMs !== null && seek(startMs)}
            onKeyDown={(event) => {
              if (!stepTo(event.currentTarget, event.key)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
            className="-outline-offset-2 grid w-full grid-cols-[2.75rem_4rem_1fr] gap-2 rounded-[6px] px-1.5 py-[3px] text-left transition-colors hover:bg-hover aria-[current]:bg-tint aria-[current]:text-ink touch:min-h-11 touch:items-center"
          >
            <span className="text-ink-3 tabular-nums">{startMs === null ? '' : clockTime(startMs)}</span>
            <OuterText
              text={speakerOf(channel, call)}
              className={cn('truncate', index === now ? 'font-semibold' : 'font-medium')}
            />
            <OuterText text={text} className="[overflow-wrap:anywhere]" />
          </button>
        </li>
      ))}
      <li className="px-1.5 pt-1 pb-0.5 text-11 text-ink-3">
        {left > 0 && `${left.toLocaleString()} more sentences: download the transcript to read them. `}
        GoHighLevel does not say who speaks: the first side is taken for who called.
      </li>
    </ol>
  );
});

/** Only the list itself scrolls, never the thread around it. */
function follow(list: HTMLElement, sentence: HTMLElement, readsElsewhere: { current: boolean }) {
  const top = sentence.offsetTop;
  const bottom = top + sentence.offsetHeight;
  const isInView = top >= list.scrollTop && bottom <= list.scrollTop + list.clientHeight;
  if (isInView) readsElsewhere.current = false;
  else if (!readsElsewhere.current) list.scrollTop = top - (list.clientHeight - sentence.offsetHeight) / 2;
}

/** One stop for Tab, arrows from sentence to sentence. Says whether there was one to go to. */
function stepTo(from: HTMLElement, key: string): boolean {
  const item = from.closest('li');
  const list = item?.parentElement;
  const to =
    key === 'ArrowDown'
      ? item?.nextElementSibling
      : key === 'ArrowUp'
        ? item?.previousElementSibling
        : key === 'Home'
          ? list?.firstElementChild
          : key === 'End'
            ? list?.lastElementChild?.previousElementSibling
            : null;
  const button = to?.querySelector('button');
  button?.focus();
  return Boolean(button);
}
