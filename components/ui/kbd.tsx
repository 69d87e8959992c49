import type { ComponentProps } from 'react';
import { cn } from './cn';

/**
 * A key hint, gone where there is no keyboard. Hidden from screen readers, so that the button is "Done" and not "Done E";
 * pass `aria-hidden={false}` where the key itself is the content.
 */
export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      data-slot="kbd"
      aria-hidden
      className={cn(
        'rounded-tag border border-line-2 bg-panel px-[5px] py-[3px] font-medium font-sans text-11 text-ink-3 leading-none touch:hidden',
        'in-data-[slot=menu-item]:ml-auto in-data-[variant=primary]:border-accent-ink/45 in-data-[variant=primary]:bg-transparent in-data-[variant=primary]:text-inherit',
        className,
      )}
      {...props}
    />
  );
}
