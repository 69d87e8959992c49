'use client';

import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** On or off, at once. Name it by a label beside it (`id`, `htmlFor`) or `aria-label`. */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      data-slot="switch"
      className={cn(
        'relative h-6 w-[38px] shrink-0 rounded-full bg-edge transition-colors data-[state=checked]:bg-good forced-colors:border',
        className,
      )}
      {...props}
    >
      <Radix.Thumb className="block size-[18px] translate-x-[3px] rounded-full bg-panel transition-transform data-[state=checked]:translate-x-[17px] forced-colors:bg-[ButtonText]" />
    </Radix.Root>
  );
}
