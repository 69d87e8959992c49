import { useEffect, useState } from 'react';

/** Longer than the pause between two presses of a key that is held down. */
const settleMs = 150;

/**
 * The conversation to show: the one in the address, but while a key is held down and the list runs by, the last one
 * that was shown. Only where the key is let go is a thread read; each would be three calls to GHL.
 */
export function useSettledId(conversationId: string | null) {
  const [heldAt, setHeldAt] = useState<{ id: string | null; presses: number } | null>(null);

  useEffect(() => {
    if (!heldAt) return;
    const timer = setTimeout(() => setHeldAt(null), settleMs);
    return () => clearTimeout(timer);
  }, [heldAt]);

  return {
    shownId: heldAt ? heldAt.id : conversationId,
    holdBack: () =>
      setHeldAt((known) => ({ id: known ? known.id : conversationId, presses: (known?.presses ?? 0) + 1 })),
  };
}
