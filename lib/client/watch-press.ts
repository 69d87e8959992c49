/** Whoever has waited longer than this is at something else. */
const waitMs = 5_000;

/** Of a press just now. Answers, once, whether the person still waits for it: has neither typed nor gone elsewhere. */
export function watchPress(): () => boolean {
  const { pathname } = window.location;
  const at = Date.now();
  let hasTyped = false;
  const onKey = ({ repeat }: KeyboardEvent) => {
    // The key that was pressed for it may still be held down.
    if (repeat) return;
    hasTyped = true;
    window.removeEventListener('keydown', onKey, { capture: true });
  };
  window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true });
    return !hasTyped && window.location.pathname === pathname && Date.now() - at < waitMs;
  };
}
