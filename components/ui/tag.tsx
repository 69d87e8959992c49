import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A word somebody put on a contact. It is cut off rather than wrapped. */
export function Tag({ className, ...props }: ComponentProps<'span'>) {
  return (
    <span
      data-slot="tag"
      className={cn(
        'inline-block max-w-32 truncate rounded-tag bg-sunk px-1.5 text-11 text-ink-2 leading-4',
        className,
      )}
      {...props}
    />
  );
}
