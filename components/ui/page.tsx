import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type PageProps = Omit<ComponentProps<'div'>, 'title'> & {
  title: ReactNode;
  /** What this page is for, in a sentence. */
  lead?: ReactNode;
  /** What can be made here: "New type", "Add a person". */
  action?: ReactNode;
};

/** A page to read and fill in, unlike the inbox: a heading, then sections in one column. It scrolls by itself. */
export function Page({ title, lead, action, className, children, ...props }: PageProps) {
  return (
    <div data-slot="page" className="min-h-0 flex-1 overflow-y-auto" {...props}>
      <div className={cn('mx-auto w-full max-w-[760px] px-6 pt-7 pb-16 phone:px-4 phone:pt-5', className)}>
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
          <div className="min-w-0 max-w-[56ch] flex-1 basis-72">
            <h1 className="font-strong text-20 tracking-[-0.01em]">{title}</h1>
            {lead && <p className="mt-1 text-13 text-ink-2">{lead}</p>}
          </div>
          {action}
        </div>
        {children}
      </div>
    </div>
  );
}
