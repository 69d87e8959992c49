import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { keepFocusInThread } from './keep-focus-in-thread';

type SendLineProps = { icon: ReactNode; isBad?: boolean; children: ReactNode; acts?: ReactNode };

/** Under a send: how it stands, and what can be done. Of one height in every state, so that nothing moves while it is sent. */
export function SendLine({ icon, isBad = false, children, acts }: SendLineProps) {
  return (
    <div
      className={cn(
        'mx-1 mt-[3px] flex min-h-6 flex-wrap items-center justify-end gap-x-3 text-right text-12 text-ink-3 touch:min-h-11',
        isBad && 'font-medium text-bad',
      )}
    >
      <p className="[overflow-wrap:anywhere] [&>svg]:mr-1.5 [&>svg]:inline-block [&>svg]:size-3.5 [&>svg]:align-[-2.5px]">
        {icon}
        {children}
      </p>
      {acts && (
        <span ref={keepFocusInThread} className="flex flex-wrap items-center justify-end gap-x-3">
          {acts}
        </span>
      )}
    </div>
  );
}

/** An act within the line. */
export function LineButton({ className, ...props }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex min-h-6 items-center gap-1.5 rounded-tag font-semibold text-ink-2 underline decoration-1 underline-offset-2 hover:text-ink touch:min-h-11',
        className,
      )}
      {...props}
    />
  );
}

/** Acts that decide something, below the line. Each state gets a key of its own: the focus is not left on one that is gone. */
export function SendActs({ children }: { children: ReactNode }) {
  return (
    <div ref={keepFocusInThread} className="mt-1 flex flex-wrap justify-end gap-1.5">
      {children}
    </div>
  );
}
