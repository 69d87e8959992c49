import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { usePreferences } from '@/lib/client/preferences';
import { rowHeightClass } from './use-row-height';

/** Name and preview of each row, in percent: uneven, as names are. */
const widths: readonly (readonly [number, number])[] = [
  [38, 82],
  [46, 30],
  [34, 70],
  [30, 76],
  [42, 58],
  [50, 24],
  [36, 64],
  [58, 72],
  [28, 44],
  [40, 80],
  [33, 52],
  [45, 66],
];

/** Rows of the true height. Seen only after a moment: an answer that is quick needs no grey in between. */
export function SkeletonRows() {
  const { density } = usePreferences();
  return (
    <div
      role="status"
      data-density={density}
      className={cn(
        'min-h-0 flex-1 animate-fade-in overflow-hidden [animation-delay:120ms] [animation-fill-mode:backwards]',
        rowHeightClass,
      )}
    >
      <VisuallyHidden>Loading conversations</VisuallyHidden>
      {widths.map(([name, preview]) => (
        <div
          key={name}
          aria-hidden
          className="flex h-(--row) items-center gap-2.5 border-line border-b pr-3.5 pl-[2.625rem]"
        >
          <Skeleton className="size-[34px] shrink-0 rounded-full compact:size-[26px]" />
          <div className="grid min-w-0 flex-1 gap-2.5">
            <div className="flex justify-between">
              <Skeleton style={{ width: `${name}%` }} />
              <Skeleton className="w-8" />
            </div>
            <Skeleton className="h-2.5 compact:hidden" style={{ width: `${preview}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}
