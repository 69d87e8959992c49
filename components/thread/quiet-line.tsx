import type { ReactNode } from 'react';

/** What happened rather than what was said: an activity, a row that cannot be read. */
export function QuietLine({ children }: { children: ReactNode }) {
  return (
    <p className="mx-auto my-1.5 flex max-w-[90%] flex-wrap items-center justify-center gap-x-1.5 text-center text-12 text-ink-3 [overflow-wrap:anywhere]">
      {children}
    </p>
  );
}
