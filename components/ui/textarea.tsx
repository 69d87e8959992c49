import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './cn';

const textareaVariants = cva('field-sizing-content w-full min-w-0 resize-none text-ink disabled:opacity-50', {
  variants: {
    variant: {
      default:
        'min-h-20 rounded-field border border-edge bg-panel px-2.5 py-2 text-13 focus-visible:border-accent focus-visible:outline-offset-[-1px] aria-invalid:border-bad',
      /** Its surroundings draw the frame and the focus: the composer. */
      bare: 'border-0 bg-transparent text-body outline-none',
    },
  },
  defaultVariants: { variant: 'default' },
});

export function Textarea({
  variant,
  className,
  ...props
}: ComponentProps<'textarea'> & VariantProps<typeof textareaVariants>) {
  return (
    <textarea data-slot="textarea" className={cn(textareaVariants({ variant }), className)} {...props} />
  );
}
