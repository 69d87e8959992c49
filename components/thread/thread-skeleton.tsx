import { Skeleton } from '@/components/ui/skeleton';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

const bubbles = [
  { side: '', size: 'h-11 w-56' },
  { side: '', size: 'h-16 w-80' },
  { side: 'ml-auto', size: 'h-11 w-64' },
  { side: 'ml-auto', size: 'h-11 w-40' },
  { side: '', size: 'h-20 w-72' },
  { side: 'ml-auto', size: 'h-16 w-80' },
  { side: '', size: 'h-11 w-48' },
];

export function ThreadSkeleton() {
  return (
    <div
      role="status"
      className="flex min-h-0 flex-1 flex-col justify-end overflow-hidden px-7 py-4 phone:px-3.5"
    >
      <VisuallyHidden>Loading messages</VisuallyHidden>
      <div className="mx-auto w-full max-w-[864px] space-y-3">
        {bubbles.map(({ side, size }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
          <Skeleton key={index} className={`max-w-[74%] rounded-bubble ${side} ${size}`} />
        ))}
      </div>
    </div>
  );
}
