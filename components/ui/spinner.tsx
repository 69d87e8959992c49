import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type SpinnerProps = ComponentProps<'svg'> & {
  /** Without it the spinner is decoration, and its surroundings say what is under way. */
  label?: string;
};

export function Spinner({ label, className, ...props }: SpinnerProps) {
  return (
    <LoaderCircle
      data-slot="spinner"
      className={cn('size-4 shrink-0 animate-spin', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...props}
    />
  );
}
