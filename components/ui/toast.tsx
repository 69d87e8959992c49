'use client';

import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Kbd } from './kbd';
import { dismissToast, readToasts, subscribeToasts, type Toast } from './toast-store';

const none: readonly Toast[] = [];

/**
 * Once in the app. Bad news is read at once, the rest when the screen reader is free. It never lies on the composer: on a
 * wide screen it stays within the list at its narrowest (300 px), on a phone it stands below the header.
 */
export function ToastViewport() {
  const toasts = useSyncExternalStore(subscribeToasts, readToasts, () => none);
  // Keyboard and pointer both stop the clock: nobody should race a button.
  const [isHeld, setIsHeld] = useState(false);
  const draw = (toast: Toast) => <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />;

  return (
    <section
      aria-label="Notifications"
      data-slot="toast-viewport"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-none fixed bottom-[18px] left-[72px] z-60 flex max-w-[276px] flex-col items-start gap-2 phone:inset-x-3 phone:top-[calc(4rem+env(safe-area-inset-top))] phone:bottom-auto phone:max-w-none phone:items-stretch"
    >
      <div aria-live="polite" className="contents">
        {toasts.filter((toast) => toast.tone === 'plain').map(draw)}
      </div>
      <div aria-live="assertive" className="contents">
        {toasts.filter((toast) => toast.tone === 'bad').map(draw)}
      </div>
    </section>
  );
}

function ToastCard({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const { id, text, tone, action, durationMs } = toast;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a replaced toast of the same id starts its time anew
  useEffect(() => {
    if (durationMs === null || isHeld) return;
    const timer = setTimeout(() => dismissToast(id), durationMs);
    return () => clearTimeout(timer);
  }, [id, durationMs, isHeld, toast]);

  return (
    <div
      data-slot="toast"
      className="pointer-events-auto flex animate-rise-in items-center gap-2 rounded-[10px] bg-ink py-[7px] pr-2 pl-3.5 text-13 text-bg shadow-float"
    >
      {tone === 'bad' && <CircleAlert aria-hidden className="size-4 shrink-0" />}
      <p className="min-w-0 flex-1 py-0.5 [overflow-wrap:anywhere]">{text}</p>
      {action && (
        <button
          type="button"
          onClick={() => {
            dismissToast(id);
            action.onAction();
          }}
          className="inline-flex min-h-6 shrink-0 items-center gap-1.5 rounded-[6px] bg-bg/16 px-2 font-semibold outline-offset-1 focus-visible:outline-bg touch:min-h-11 touch:px-3"
        >
          {action.label}
          {action.shortcut && (
            <Kbd className="border-bg/35 bg-transparent text-inherit">{action.shortcut}</Kbd>
          )}
        </button>
      )}
      <button
        type="button"
        aria-label="Dismiss"
        onClick={() => dismissToast(id)}
        className="grid size-6 shrink-0 place-items-center rounded-[6px] opacity-75 hover:opacity-100 focus-visible:outline-bg touch:size-11"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}
