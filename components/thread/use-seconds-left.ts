import { useEffect, useState } from 'react';

/** Seconds until a moment of `performance.now()`, drawn anew with each; 0 once it is there. */
export function useSecondsLeft(moment: number | null): number {
  const [tick, setTick] = useState(() => performance.now());
  const leftMs = moment === null ? 0 : Math.max(0, moment - tick);
  useEffect(() => {
    if (leftMs === 0) return;
    const timer = setTimeout(() => setTick(performance.now()), leftMs % 1000 || 1000);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return Math.ceil(leftMs / 1000);
}
