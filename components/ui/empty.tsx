import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type EmptyProps = Omit<ComponentProps<'div'>, 'title'> & {
  icon?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** The way out: "Clear filters", "Retry". */
  action?: ReactNode;
  tone?: 'plain' | 'bad';
};

/** Nothing there, nothing for this filter, or it could not be loaded. */
export function Empty({ icon, title, text, action, tone = 'plain', className, ...props }: EmptyProps) {
  return (
    <div
      data-slot="empty"
      data-tone={tone}
      className={cn(
        'group/empty flex h-full min-h-48 flex-col items-center justify-center px-6 py-10 text-center',
        className,
      )}
      {...props}
    >
      {icon && (
        <div
          aria-hidden
          className="mb-3 grid size-11 place-items-center rounded-full bg-sunk text-ink-3 group-data-[tone=bad]/empty:bg-bad-bg group-data-[tone=bad]/empty:text-bad [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <p className="font-strong text-14 text-ink">{title}</p>
      {text && <p className="mt-1 max-w-80 text-balance text-13 text-ink-2">{text}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
