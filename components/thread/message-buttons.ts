const buttons = '[data-slot="message-menu"]';

/** The button of the message above or below, as far as it is drawn. */
export function neighbourButton(button: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const all = inOrder(button.closest('[role="log"]'));
  return all[all.indexOf(button) + step];
}

/** The newest message in view; where one is longer than the view, that one. Answers whether there is any. */
export function focusNewestInView(log: HTMLElement | null): boolean {
  if (!log) return false;
  const { top, bottom } = log.getBoundingClientRect();
  const inView = inOrder(log).filter((button) => {
    const message = button.parentElement?.getBoundingClientRect();
    return message !== undefined && message.top < bottom - 8 && message.bottom > top + 8;
  });
  const button = inView.at(-1);
  button?.focus({ preventScroll: true });
  return button !== undefined;
}

/** The rows of a thread stand in the page in the order they came to be drawn in. */
function inOrder(log: Element | null): HTMLElement[] {
  return [...(log?.querySelectorAll<HTMLElement>(buttons) ?? [])].toSorted(
    (one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top,
  );
}
