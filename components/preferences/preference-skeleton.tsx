import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const lines = ['w-20', 'w-32', 'w-36', 'w-24'];

/** Rows as high as those that come. */
export function PreferenceSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the subscriptions</VisuallyHidden>
      {lines.map((width) => (
        <div key={width} className="flex min-h-[58px] items-center gap-2 border-line border-b">
          <div className="flex-1 space-y-2">
            <Skeleton className={width} />
            <Skeleton className="w-20" />
          </div>
          <Skeleton className="h-7 w-24 rounded-control" />
        </div>
      ))}
    </div>
  );
}
