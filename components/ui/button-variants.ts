import { cva } from 'class-variance-authority';

/** Also for a link that looks like a button; apart from it, so that the server can draw one. */
export const buttonVariants = cva(
  [
    'group/button relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium transition-colors duration-150 touch:h-11 touch:px-4',
    'disabled:opacity-50 aria-disabled:not-aria-busy:opacity-50 [&_svg]:size-[15px] [&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        default:
          'border-edge bg-panel text-ink not-aria-disabled:not-disabled:hover:bg-hover data-[state=open]:bg-hover',
        primary:
          'border-accent bg-accent font-semibold text-accent-ink not-aria-disabled:not-disabled:hover:border-[color-mix(in_srgb,var(--accent)_90%,var(--ink))] not-aria-disabled:not-disabled:hover:bg-[color-mix(in_srgb,var(--accent)_90%,var(--ink))]',
        quiet:
          'border-transparent text-ink-2 not-aria-disabled:not-disabled:hover:bg-hover not-aria-disabled:not-disabled:hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
        danger: 'border-bad bg-panel text-bad not-aria-disabled:not-disabled:hover:bg-bad-bg',
      },
      size: {
        sm: 'h-7 px-2 text-12',
        md: 'h-8 px-[11px] text-13',
        lg: 'h-10 px-4 text-14',
      },
    },
    defaultVariants: { variant: 'default', size: 'md' },
  },
);
