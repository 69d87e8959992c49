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
  // The key takes back the latest act: an older one has its button alone.
  const withKey = toasts.findLast(({ action }) => action?.shortcut)?.id;
  const draw = (toast: Toast) => (
    <ToastCard key={toast.id} toast={toast} isHeld={isHeld} hasKey={toast.id === withKey} />
  );

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

type ToastCardProps = { toast: Toast; isHeld: boolean; hasKey: boolean };

function ToastCard({ toast, isHeld, hasKey }: ToastCardProps) {
  const { id, text, tone, action, progress, durationMs } = toast;

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
      <div className="min-w-0 flex-1 py-0.5">
        <p className="[overflow-wrap:anywhere]">{text}</p>
        {progress && <Progress name={text} {...progress} />}
      </div>
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
          {hasKey && <Kbd className="border-bg/35 bg-transparent text-inherit">{action.shortcut}</Kbd>}
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

function Progress({ name, done, total, isAtLeast }: { name: string } & NonNullable<Toast['progress']>) {
  return (
    <div className="mt-1 flex items-center gap-2 text-12">
      <div
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="h-1 flex-1 overflow-hidden rounded-full bg-bg/25"
      >
        <div
          className="h-full rounded-full bg-bg"
          style={{ width: `${(100 * done) / Math.max(1, total)}%` }}
        />
      </div>
      <span aria-hidden className="tabular-nums">
        {`${done} of ${total}${isAtLeast ? '+' : ''}`}
      </span>
    </div>
  );
}
