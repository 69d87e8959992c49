import { ExternalLink as Icon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { VisuallyHidden } from './visually-hidden';

export function ExternalLink({ className, children, ...props }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      data-slot="external-link"
      className={cn('inline-flex items-center gap-1 underline decoration-1 underline-offset-2', className)}
      {...props}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <VisuallyHidden>(opens in a new tab)</VisuallyHidden>
    </a>
  );
}
