/** A browser has few connections to one server, and messages go before pictures. */
const maxParallel = 3;
/** Of one mail. What comes on top is taken for one that cannot be had. */
const maxBytes = 60 * 1024 * 1024;

/** Loads each image once, a few at a time, and tells of each as it comes. Ends early when the signal says so. */
export async function loadImages(
  indexes: readonly number[],
  load: (index: number) => Promise<Blob>,
  signal: AbortSignal,
  onDone: (index: number, image: Blob | 'failed') => void,
): Promise<void> {
  const waiting = [...new Set(indexes)];
  let loadedBytes = 0;

  async function work(): Promise<void> {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const image = loadedBytes < maxBytes ? await load(index).catch(() => 'failed' as const) : 'failed';
      if (signal.aborted) return;
      if (image !== 'failed') loadedBytes += image.size;
      onDone(index, image);
    }
  }

  await Promise.all(Array.from({ length: maxParallel }, work));
}
