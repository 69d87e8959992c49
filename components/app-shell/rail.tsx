import { Inbox, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { ProductMark } from '@/components/ui/product-mark';
import { Tooltip } from '@/components/ui/tooltip';
import type { Session } from '@/lib/shared/contract/session';
import { paths } from '@/lib/shared/paths';
import { AccountMenu } from './account-menu';
import { AttentionLink, useIsAtAttention } from './attention-link';
import { railItem } from './nav-item';
import { SandboxBadge } from './sandbox-badge';
import { settingsPagesFor } from './settings-pages';
import { ThemeMenu } from './theme-menu';

export type NavProps = { session: Session; locationId: string; mode: 'sandbox' | 'connected' };

/** The navigation from 760 px up; below that there is bottom-nav.tsx. */
export function Rail({ session, locationId, mode }: NavProps) {
  const inboxPath = paths.inbox(locationId);
  const pathname = usePathname();
  const isInInbox = pathname.startsWith(inboxPath);
  const isAtAttention = useIsAtAttention();
  const hasSettings = settingsPagesFor(session.locations.find(({ id }) => id === locationId)).length > 0;

  return (
    <nav
      aria-label="Main"
      className="flex w-14 shrink-0 flex-col items-center gap-1 overflow-y-auto border-line border-r bg-bg py-3 phone:hidden"
    >
      <ProductMark className="mb-3" />
      <Tooltip content="Inbox" side="right">
        <Link
          href={inboxPath}
          prefetch={false}
          aria-label="Inbox"
          aria-describedby={undefined}
          aria-current={isInInbox && !isAtAttention ? 'page' : undefined}
          className={railItem}
        >
          <Inbox aria-hidden className="size-[18px]" strokeWidth={1.7} />
        </Link>
      </Tooltip>
      <AttentionLink locationId={locationId} look="rail" />
      <div className="flex-1" />
      {/* The list of the inbox carries the badge itself, beside its title. */}
      {mode === 'sandbox' && !isInInbox && <SandboxBadge look="stacked" side="right" />}
      {hasSettings && (
        <Tooltip content="Settings" side="right">
          <Link
            href={paths.settings(locationId)}
            prefetch={false}
            aria-label="Settings"
            aria-describedby={undefined}
            aria-current={pathname.startsWith(paths.settings(locationId)) ? 'page' : undefined}
            className={railItem}
          >
            <Settings aria-hidden className="size-[18px]" strokeWidth={1.7} />
          </Link>
        </Tooltip>
      )}
      <ThemeMenu />
      <AccountMenu session={session} locationId={locationId} />
    </nav>
  );
}
