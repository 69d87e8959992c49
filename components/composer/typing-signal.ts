/** How often the visitor's side is told that somebody goes on writing. */
const repeatMs = 4_000;
/** Who has not pressed a key for so long is thinking. */
const idleMs = 5_000;

/** Tells the other side that somebody writes: at once, now and then while it goes on, and when it has stopped. */
export function createTypingSignal(tell: (isTyping: boolean) => void, now: () => number = Date.now) {
  let toldAt: number | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function stopped(): void {
    clearTimeout(idle);
    if (toldAt === null) return;
    toldAt = null;
    tell(false);
  }

  return {
    typed(): void {
      clearTimeout(idle);
      idle = setTimeout(stopped, idleMs);
      if (toldAt !== null && now() - toldAt < repeatMs) return;
      toldAt = now();
      tell(true);
    },
    stopped,
  };
}
