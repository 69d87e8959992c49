import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const badgeVariants = cva(
  'inline-flex shrink-0 items-center gap-1 whitespace-nowrap rounded-full px-[7px] py-px font-semibold text-11 tabular-nums [&_svg]:size-3',
  {
    variants: {
      tone: {
        neutral: 'bg-sunk text-ink-2',
        accent: 'bg-accent text-accent-ink',
        good: 'bg-sunk text-good',
        warn: 'bg-warn-bg text-warn',
        bad: 'bg-bad-bg text-bad',
        note: 'bg-note text-note-ink',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export function Badge({
  tone,
  className,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof badgeVariants>) {
  return <span data-slot="badge" className={cn(badgeVariants({ tone }), className)} {...props} />;
}
