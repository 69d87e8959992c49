import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export function Card({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="card"
      className={cn('my-[3px] overflow-hidden rounded-card border border-line bg-panel', className)}
      {...props}
    />
  );
}

type CardHeadProps = { icon: ReactNode; title: ReactNode; text?: ReactNode; end?: ReactNode };

export function CardHead({ icon, title, text, end }: CardHeadProps) {
  return (
    <div className="flex items-center gap-2.5 px-3.5 py-[11px] text-13">
      <span aria-hidden className="shrink-0 text-ink-2 [&_svg]:size-[18px]">
        {icon}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
        {text && <p className="text-12 text-ink-3">{text}</p>}
      </div>
      {end}
    </div>
  );
}
