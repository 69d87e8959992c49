'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { hasMovedOn } from './has-moved-on';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;

type PopoverContentProps = Omit<ComponentProps<typeof Radix.Content>, 'aria-label'> & {
  /** The name of the little dialog for screen readers. */
  label: string;
};

export function PopoverContent({ label, className, onCloseAutoFocus, ...props }: PopoverContentProps) {
  return (
    <Radix.Portal>
      <Radix.Content
        data-slot="popover"
        aria-label={label}
        align="start"
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          'z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card border border-line bg-panel p-4 text-13 text-ink shadow-float outline-none',
          'origin-(--radix-popover-content-transform-origin) data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in',
          className,
        )}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          if (hasMovedOn(event)) event.preventDefault();
        }}
        {...props}
      />
    </Radix.Portal>
  );
}
