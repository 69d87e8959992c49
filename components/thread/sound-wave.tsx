import { cn } from '@/components/ui/cn';
import { useWaveform } from '@/lib/client/queries/recordings';

const steps = 64;
/** To draw a longer one costs more than it tells. */
const maxDrawnMs = 15 * 60_000;

type SoundWaveProps = { src: string; share: number; isLoaded: boolean; lengthMs: number | null };

/** How loud it is, out of the sound itself once that is there; until then, and for long ones, a plain bar. */
export function SoundWave({ src, share, isLoaded, lengthMs }: SoundWaveProps) {
  const wave = useWaveform(src, steps, isLoaded && lengthMs !== null && lengthMs <= maxDrawnMs);
  const played = Math.min(1, Math.max(0, share));
  if (!wave) {
    return (
      <span aria-hidden className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-line-2">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: `${(played * 100).toFixed(2)}%` }}
        />
        <span
          className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-accent"
          style={{ left: `${(played * 100).toFixed(2)}%` }}
        />
      </span>
    );
  }
  return (
    <span aria-hidden className="absolute inset-0 flex items-center justify-between gap-px">
      {wave.map((loudness, step) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one recording never change places
          key={step}
          className={cn(
            'min-w-0 max-w-[3px] flex-1 rounded-full',
            step / steps < played ? 'bg-accent' : 'bg-line-2',
          )}
          style={{ height: `${Math.max(8, Math.round(loudness * 100))}%` }}
        />
      ))}
    </span>
  );
}
