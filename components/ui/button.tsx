'use client';

import type { VariantProps } from 'class-variance-authority';
import type { ComponentProps, MouseEvent } from 'react';
import { buttonVariants } from './button-variants';
import { cn } from './cn';
import { Spinner } from './spinner';

type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonVariants> & {
    /** Shows a spinner in the same width, keeps the focus and swallows clicks. */
    isPending?: boolean;
  };

/** `aria-disabled` instead of `disabled` keeps the button focusable; its clicks are swallowed here. */
export function Button({
  variant,
  size,
  isPending = false,
  className,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const isInert = isPending || props['aria-disabled'] === true || props['aria-disabled'] === 'true';

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (!isInert) return onClick?.(event);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <button
      type="button"
      data-slot="button"
      data-variant={variant ?? 'default'}
      className={cn(buttonVariants({ variant, size }), className)}
      onClick={handleClick}
      {...props}
      aria-busy={isPending || undefined}
      aria-disabled={isInert || undefined}
    >
      <span className="inline-flex min-w-0 items-center gap-[7px] group-aria-busy/button:opacity-0">
        {children}
      </span>
      {isPending && <Spinner className="absolute inset-0 m-auto" />}
    </button>
  );
}
