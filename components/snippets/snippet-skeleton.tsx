import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const lines = ['w-40', 'w-52', 'w-36', 'w-44', 'w-48'];

export function SnippetSkeleton() {
  return (
    <div role="status" className="mt-10 border-line border-t">
      <VisuallyHidden>Loading the snippets</VisuallyHidden>
      {lines.map((width) => (
        <div key={width} className="min-h-[72px] space-y-2.5 border-line border-b py-4">
          <Skeleton className={width} />
          <Skeleton className="w-3/4" />
        </div>
      ))}
    </div>
  );
}
