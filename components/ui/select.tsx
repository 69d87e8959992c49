import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { inputVariants } from './input';

/** The browser's own select: its list is the best one on every phone. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span data-slot="select" className="relative inline-flex w-full min-w-0 items-center">
      <select
        className={cn(inputVariants(), 'appearance-none truncate pr-8 touch:pr-9', className)}
        {...props}
      />
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-4 text-ink-2" />
    </span>
  );
}
