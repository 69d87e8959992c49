import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Shared with select.tsx. */
export const inputVariants = cva(
  'h-[34px] w-full min-w-0 rounded-field border px-2.5 text-13 text-ink transition-colors duration-150 focus-visible:border-accent focus-visible:outline-offset-[-1px] disabled:opacity-50 aria-invalid:border-bad touch:h-11 touch:px-3',
  {
    variants: {
      variant: {
        default: 'border-edge bg-panel',
        /** For search, on a panel. */
        sunk: 'border-transparent bg-sunk',
      },
    },
    defaultVariants: { variant: 'default' },
  },
);

export function Input({
  variant,
  className,
  ...props
}: ComponentProps<'input'> & VariantProps<typeof inputVariants>) {
  return <input data-slot="input" className={cn(inputVariants({ variant }), className)} {...props} />;
}
