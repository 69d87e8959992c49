import { X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

type ChipProps = ComponentProps<'button'> & {
  /** A filter that is set. */
  isOn?: boolean;
} & ({ onRemove?: undefined; removeLabel?: undefined } | { onRemove: () => void; removeLabel: string });

/** A filter: the text opens it, the cross takes it away. Props go to the button; the class to the frame around both. */
export function Chip({ isOn = false, onRemove, removeLabel, className, ...props }: ChipProps) {
  return (
    <span
      data-slot="chip"
      data-on={isOn || undefined}
      className={cn(
        'inline-flex h-[26px] max-w-full shrink-0 items-center rounded-full border border-edge text-12 text-ink-2 transition-colors hover:bg-hover data-on:border-tint-line data-on:bg-tint data-on:text-ink touch:h-8',
        className,
      )}
    >
      <button
        type="button"
        className={cn(
          'relative inline-flex h-full min-w-0 items-center gap-[5px] rounded-full px-[9px] [&_svg]:size-3.5 [&_svg]:shrink-0',
          onRemove && 'pr-0.5',
          reachUp,
        )}
        {...props}
      />
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className={cn(
            'relative grid h-full min-w-6 place-items-center rounded-full pr-0.5 touch:min-w-9',
            reachUp,
          )}
        >
          <X aria-hidden className="size-3" />
        </button>
      )}
    </span>
  );
}

/** The pill stays slim on a phone, the finger gets 44 px. */
const reachUp = 'touch:before:-inset-y-1.5 touch:before:absolute touch:before:inset-x-0';
