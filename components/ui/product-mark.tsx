import type { ComponentProps } from 'react';
import { cn } from './cn';

/** The product's sign; its name stands beside it or in the label of what it is part of. */
export function ProductMark({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      data-slot="product-mark"
      aria-hidden
      className={cn(
        'grid size-7 shrink-0 select-none place-items-center rounded-control bg-ink font-bold text-14 text-bg leading-none',
        className,
      )}
      {...props}
    >
      P
    </span>
  );
}
