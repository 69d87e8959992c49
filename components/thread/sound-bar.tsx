import { Pause, Play, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Spinner } from '@/components/ui/spinner';
import {
  pauseSound,
  playSound,
  type Sound,
  seekSound,
  setSpeed,
  speeds,
  useSound,
  useSpeed,
} from '@/lib/client/sound-player';
import { clockTime, duration } from '@/lib/shared/format-time';
import { SoundWave } from './sound-wave';

type SoundBarProps = {
  /** Our own address of the sound. Nothing of it is loaded before someone presses Play. */
  src: string;
  /** What is heard, for the names of the buttons: "the call of 9:41". */
  name: string;
  /** As far as GHL told, until the sound itself is there. */
  knownMs?: number | null;
  className?: string;
};

/** Play, the place in the sound, its length, the speed: in one height, whatever becomes of it. */
export function SoundBar({ src, name, knownMs = null, className }: SoundBarProps) {
  const sound = useSound(src);
  const lengthMs = sound.durationMs ?? knownMs;
  const isGoing = sound.state === 'playing' || sound.state === 'loading';
  const hasFailed = sound.state === 'failed';
  return (
    <div className={cn('flex min-h-9 min-w-0 flex-wrap items-center gap-2 touch:min-h-11', className)}>
      <IconButton
        label={hasFailed ? `Retry ${name}` : isGoing ? `Pause ${name}` : `Play ${name}`}
        hasTooltip={false}
        variant="default"
        className="rounded-full"
        onClick={() => (isGoing ? pauseSound() : playSound(src))}
      >
        {hasFailed ? (
          <RotateCw aria-hidden />
        ) : sound.state === 'loading' ? (
          <Spinner />
        ) : isGoing ? (
          <Pause aria-hidden className="fill-current" />
        ) : (
          <Play aria-hidden className="fill-current" />
        )}
      </IconButton>
      {hasFailed ? (
        <p role="alert" className="line-clamp-2 min-w-0 flex-1 text-12 text-bad">
          {sound.problem}
        </p>
      ) : (
        <>
          <Place src={src} name={name} sound={sound} lengthMs={lengthMs} />
          <span className="shrink-0 whitespace-nowrap text-12 text-ink-3 tabular-nums">
            {clockTime(sound.timeMs)}
            {lengthMs !== null && ` / ${clockTime(lengthMs)}`}
          </span>
          <SpeedButton />
        </>
      )}
    </div>
  );
}

type PlaceProps = { src: string; name: string; sound: Sound; lengthMs: number | null };

/** A slider over the picture of the sound. While it is dragged nothing is asked for: only where it is let go counts. */
function Place({ src, name, sound, lengthMs }: PlaceProps) {
  const [draggedMs, setDraggedMs] = useState<number | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const timeMs = draggedMs ?? sound.timeMs;

  function letGo() {
    setIsHeld(false);
    setDraggedMs(null);
    if (draggedMs !== null) seekSound(src, draggedMs);
  }

  return (
    <div className="relative h-7 min-w-16 flex-1 rounded-tag outline-accent outline-offset-2 has-focus-visible:outline-2">
      <SoundWave
        src={src}
        share={lengthMs ? timeMs / lengthMs : 0}
        isLoaded={sound.durationMs !== null}
        lengthMs={lengthMs}
      />
      <input
        type="range"
        aria-label={`Place in ${name}`}
        aria-valuetext={
          lengthMs === null ? undefined : `${duration(timeMs / 1000)} of ${duration(lengthMs / 1000)}`
        }
        min={0}
        max={Math.max(1, Math.floor((lengthMs ?? 0) / 1000))}
        step={1}
        value={Math.floor(timeMs / 1000)}
        disabled={lengthMs === null}
        onPointerDown={() => setIsHeld(true)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onChange={({ target }) => {
          const ms = Number(target.value) * 1000;
          if (isHeld) setDraggedMs(ms);
          else seekSound(src, ms);
        }}
        className="absolute inset-0 m-0 w-full cursor-pointer appearance-none opacity-0 disabled:cursor-default [&::-moz-range-thumb]:w-px [&::-webkit-slider-thumb]:w-px [&::-webkit-slider-thumb]:appearance-none"
      />
    </div>
  );
}

function SpeedButton() {
  const speed = useSpeed();
  const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
  return (
    <button
      type="button"
      aria-label={`Speed ${speed}×`}
      onClick={() => setSpeed(next)}
      className="h-7 w-10 shrink-0 rounded-control text-12 text-ink-2 tabular-nums transition-colors hover:bg-hover hover:text-ink touch:h-11 touch:w-11"
    >
      {speed}×
    </button>
  );
}
