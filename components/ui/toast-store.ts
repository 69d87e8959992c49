export type Toast = {
  id: string;
  text: string;
  tone: 'plain' | 'bad';
  action?: { label: string; shortcut?: string; onAction: () => void };
  /** A bar under the text. The text itself should not change with it: each change is read out. */
  /** `isAtLeast`: it is still being counted. */
  progress?: { done: number; total: number; isAtLeast: boolean };
  /** `null` stays until it is dismissed. */
  durationMs: number | null;
};

type NewToast = Pick<Toast, 'text' | 'action' | 'progress'> &
  Partial<Pick<Toast, 'id' | 'tone' | 'durationMs'>>;

const maxToasts = 3;
const plainMs = 6000;
/** Time to read and to reach the button. */
const withActionMs = 10_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Callable from anywhere. An `id` that is on the screen is replaced in its place; bad news stays until dismissed. */
export function showToast({
  id = `toast-${nextId++}`,
  tone = 'plain',
  durationMs,
  ...rest
}: NewToast): string {
  const defaultMs = tone === 'bad' ? null : rest.action ? withActionMs : plainMs;
  const toast: Toast = { id, tone, durationMs: durationMs === undefined ? defaultMs : durationMs, ...rest };
  const isShown = toasts.some((other) => other.id === id);
  change(
    isShown ? toasts.map((other) => (other.id === id ? toast : other)) : [...toasts, toast].slice(-maxToasts),
  );
  return id;
}

export function dismissToast(id: string): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function readToasts(): readonly Toast[] {
  return toasts;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}
