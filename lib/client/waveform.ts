import { refreshHeader } from '@/lib/shared/paths';

/** Telephone sound needs no more, and an hour of it fits into memory. */
const sampleRate = 8_000;
/** Larger ones keep their plain bar: to draw one it must be read whole. */
const maxBytes = 16 * 1024 * 1024;

/** How loud a recording is, from 0 to 1 in so many steps, out of the sound itself. Null when that would cost too much. */
export async function readWaveform(
  src: string,
  steps: number,
  signal: AbortSignal,
): Promise<number[] | null> {
  const answer = await fetch(src, {
    signal,
    cache: 'no-store',
    headers: { [refreshHeader]: '1', range: 'bytes=0-' },
  });
  // Next lets no length of an answer through; an answer in parts says it all the same.
  const size = Number(answer.headers.get('content-range')?.split('/').at(-1));
  if (!answer.ok || !(size <= maxBytes)) {
    await answer.body?.cancel();
    return null;
  }
  const bytes = await answer.arrayBuffer();
  const decoded = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes).catch(() => null);
  return decoded && loudnessOf(decoded.getChannelData(0), steps);
}

/** The loudest moment of each step, measured against the loudest of all; silence stays silence. */
export function loudnessOf(samples: Float32Array, steps: number): number[] {
  const width = samples.length / steps;
  const peaks = Array.from({ length: steps }, (_, step) => {
    let peak = 0;
    for (let at = Math.floor(step * width); at < Math.floor((step + 1) * width); at++)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const loudest = Math.max(...peaks);
  return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks;
}
