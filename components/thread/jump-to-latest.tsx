import { ArrowDown } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';

export function JumpToLatest({ count, onJump }: { count: number; onJump: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <Button
        size="md"
        onClick={onJump}
        className="pointer-events-auto animate-rise-in rounded-full bg-panel shadow-float"
      >
        <ArrowDown aria-hidden />
        Jump to latest
        {count > 0 && <Badge tone="accent">{count} new</Badge>}
      </Button>
    </div>
  );
}
