const pauseMs = 2_000;

/** Loads a part of the program, and tries again for as long as it cannot be had: the network comes back, the page stays. */
export async function keepTrying<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await pauseOrOnline();
    }
  }
}

function pauseOrOnline(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, pauseMs);
    window.addEventListener('online', go);
  });
}
