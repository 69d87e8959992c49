import { cva } from 'class-variance-authority';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

const bannerVariants = cva(
  'flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-1 border-b px-4 py-1.5 text-13 [&>svg]:size-4 [&>svg]:shrink-0',
  {
    variants: {
      tone: {
        info: 'border-tint-line bg-tint text-ink',
        warn: 'border-line bg-warn-bg text-warn',
        bad: 'border-line bg-bad-bg text-bad',
      },
    },
  },
);

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert };

type BannerProps = ComponentProps<'div'> & {
  tone?: 'info' | 'warn' | 'bad';
  action?: ReactNode;
};

/** A strip that says what is different now. Bad news interrupts a screen reader, the rest waits its turn. */
export function Banner({ tone = 'info', action, className, children, ...props }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      data-slot="banner"
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cn(bannerVariants({ tone }), className)}
      {...props}
    >
      <Icon aria-hidden />
      <div className="min-w-0 flex-1 basis-40">{children}</div>
      {action}
    </div>
  );
}
