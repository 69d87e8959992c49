import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Tooltip } from '@/components/ui/tooltip';
import { useSendCounts } from '@/lib/client/queries/sends';
import { useShortcutOf } from '@/lib/client/shortcuts/use-commands';
import { paths } from '@/lib/shared/paths';
import { bottomNavItem, railItem } from './nav-item';

type AttentionLinkProps = { locationId: string; look: 'rail' | 'bottom' };

/** How many can be told apart in a badge. */
const maxCount = 99;

/** Whether this view, a part of the inbox, is the one that is shown. */
export function useIsAtAttention(): boolean {
  return useSearchParams().get('view') === 'attention';
}

/** To the messages that somebody has to decide about. Only while there are any: most of the time nobody needs it. */
export function AttentionLink({ locationId, look }: AttentionLinkProps) {
  const count = useSendCounts(locationId).data?.attention ?? 0;
  const { shortcut } = useShortcutOf()('go.attention');
  const isHere = useIsAtAttention();
  if (count === 0 && !isHere) return null;
  const link = (
    <Link
      href={paths.sends(locationId, 'attention')}
      prefetch={false}
      aria-label={`Needs attention, ${count}`}
      aria-describedby={undefined}
      aria-current={isHere ? 'page' : undefined}
      className={look === 'rail' ? railItem : bottomNavItem}
    >
      <span className="relative">
        <CircleAlert aria-hidden className="size-[18px]" strokeWidth={1.7} />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute -top-2 left-2.5 min-w-4 rounded-full bg-bad px-1 text-center font-semibold text-11 text-bg leading-4 tabular-nums"
          >
            {count > maxCount ? `${maxCount}+` : count}
          </span>
        )}
      </span>
      {look === 'bottom' && 'Attention'}
    </Link>
  );
  if (look === 'bottom') return link;
  return (
    <Tooltip content="Needs attention" shortcut={shortcut} side="right">
      {link}
    </Tooltip>
  );
}
