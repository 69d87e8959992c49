'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { Tooltip } from './tooltip';

const iconButtonVariants = cva('px-0 touch:w-11 touch:px-0', {
  variants: {
    size: {
      sm: 'w-7',
      md: 'w-8 [&_svg]:size-4',
      lg: 'h-9 w-9 rounded-field [&_svg]:size-[18px]',
    },
  },
  defaultVariants: { size: 'md' },
});

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'size' | 'aria-label'> &
  VariantProps<typeof iconButtonVariants> & {
    /** The name for screen readers, and the tooltip. */
    label: string;
    shortcut?: string;
    /** False where Esc must reach the dialog around it at once: an open tooltip would take it. */
    hasTooltip?: boolean;
    tooltipSide?: ComponentProps<typeof Tooltip>['side'];
  };

export function IconButton({
  label,
  shortcut,
  hasTooltip = true,
  tooltipSide,
  variant = 'quiet',
  size,
  className,
  ...props
}: IconButtonProps) {
  const button = (
    <Button
      aria-label={label}
      // The tooltip repeats the name: as a description it would be read twice.
      aria-describedby={undefined}
      variant={variant}
      className={cn(iconButtonVariants({ size }), className)}
      {...props}
    />
  );
  if (!hasTooltip) return button;
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      {button}
    </Tooltip>
  );
}
