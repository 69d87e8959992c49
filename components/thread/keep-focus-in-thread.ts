/**
 * A ref for buttons that go away once they are pressed: the focus then goes to the messages, not to nowhere. It waits
 * for the page to be drawn, because an emptied thread has another log than the one the buttons stood in.
 */
export function keepFocusInThread(buttons: HTMLElement | null) {
  // A mail is a section of its own.
  const thread = (buttons?.closest('[role="log"]') ?? buttons)?.closest('section');
  return () => {
    if (!buttons?.contains(document.activeElement)) return;
    queueMicrotask(() => {
      // Whoever took the focus meanwhile keeps it: "Edit" leads into the composer.
      if (document.activeElement !== document.body) return;
      thread?.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    });
  };
}
