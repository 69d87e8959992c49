import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';

type Side = 'in' | 'out';

export function sideOf(direction: 'inbound' | 'outbound' | null): Side {
  return direction === 'outbound' ? 'out' : 'in';
}

export function Bubble({ side, className, ...props }: ComponentProps<'div'> & { side: Side }) {
  return (
    <div
      data-slot="bubble"
      data-side={side}
      className={cn(
        'w-fit min-w-0 max-w-[min(74%,560px)] rounded-bubble border px-[13px] py-[9px] text-body leading-[1.55] phone:max-w-[86%]',
        side === 'out'
          ? 'ml-auto rounded-br-[5px] border-tint-line bg-tint'
          : 'rounded-bl-[5px] border-line bg-panel',
        className,
      )}
      {...props}
    />
  );
}
