import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const lines = ['w-32', 'w-44', 'w-24', 'w-28', 'w-36'];

export function ContactSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the contact</VisuallyHidden>
      <div className="flex items-center gap-3.5">
        <Skeleton className="size-12 rounded-full" />
        <div className="space-y-2">
          <Skeleton className="h-3.5 w-32" />
          <Skeleton className="w-24" />
        </div>
      </div>
      <div className="mt-12 space-y-3.5">
        {lines.map((width) => (
          <div key={width} className="flex gap-8">
            <Skeleton className="w-14" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </div>
  );
}
