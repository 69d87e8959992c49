import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A grey bar of the true size. The list around it says "loading" once, for all of them. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn('h-3 animate-pulse rounded-tag bg-hover', className)}
      {...props}
    />
  );
}
