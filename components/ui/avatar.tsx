import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

const avatarVariants = cva(
  'relative inline-grid shrink-0 select-none place-items-center rounded-full font-semibold text-white leading-none',
  {
    variants: {
      size: {
        20: 'size-5 font-bold text-11 tracking-[-0.04em]',
        34: 'size-[2.125rem] text-12',
        48: 'size-12 text-16',
      },
    },
    defaultVariants: { size: 34 },
  },
);

const hues = [
  'bg-avatar-0',
  'bg-avatar-1',
  'bg-avatar-2',
  'bg-avatar-3',
  'bg-avatar-4',
  'bg-avatar-5',
  'bg-avatar-6',
  'bg-avatar-7',
];

type AvatarProps = Omit<ComponentProps<'span'>, 'children'> &
  VariantProps<typeof avatarVariants> & {
    initials: string;
    /** 0-7: nameHue() of lib/shared/format-name. */
    hue: number;
    /** Only where the name does not stand beside it; without it the avatar is decoration. */
    label?: string;
    /** A channel icon in the lower right corner. */
    corner?: ReactNode;
  };

export function Avatar({ initials, hue, label, corner, size, className, ...props }: AvatarProps) {
  return (
    <span
      data-slot="avatar"
      className={cn(avatarVariants({ size }), hues[hue % hues.length], className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      {...props}
    >
      {initials}
      {corner && (
        <span className="-right-[3px] -bottom-[3px] absolute grid size-4 place-items-center rounded-full bg-panel text-ink-2 [&_svg]:size-[0.6875rem] [&_svg]:stroke-[2.2]">
          {corner}
        </span>
      )}
    </span>
  );
}
