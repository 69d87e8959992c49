import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const lines = ['w-40', 'w-52', 'w-36', 'w-44'];

export function SubtypeSkeleton() {
  return (
    <div role="status" className="mt-4 border-line border-t">
      <VisuallyHidden>Loading the subscription types</VisuallyHidden>
      {lines.map((width) => (
        <div key={width} className="flex min-h-[86px] items-center gap-4 border-line border-b">
          <Skeleton className="size-9 rounded-field" />
          <div className="flex-1 space-y-2.5">
            <Skeleton className={width} />
            <Skeleton className="w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
