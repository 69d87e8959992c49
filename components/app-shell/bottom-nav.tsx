import { Inbox, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { paths } from '@/lib/shared/paths';
import { AccountSheet } from './account-sheet';
import { AttentionLink, useIsAtAttention } from './attention-link';
import { bottomNavItem } from './nav-item';
import type { NavProps } from './rail';
import { SandboxBadge } from './sandbox-badge';
import { settingsPagesFor } from './settings-pages';

/** The navigation of a phone. It makes room for the composer while a conversation is open. */
export function BottomNav({ session, locationId, mode }: NavProps) {
  const pathname = usePathname();
  const inboxPath = paths.inbox(locationId);
  const isInInbox = pathname === inboxPath;
  const isAtAttention = useIsAtAttention();
  const isConversationOpen = pathname.startsWith(`${inboxPath}/`);
  if (isConversationOpen) return null;
  const hasSettings = settingsPagesFor(session.locations.find(({ id }) => id === locationId)).length > 0;

  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 items-center justify-around border-line border-t bg-panel pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      <Link
        href={inboxPath}
        prefetch={false}
        aria-current={isInInbox && !isAtAttention ? 'page' : undefined}
        className={bottomNavItem}
      >
        <Inbox aria-hidden className="size-[18px]" strokeWidth={1.8} />
        Inbox
      </Link>
      <AttentionLink locationId={locationId} look="bottom" />
      {mode === 'sandbox' && !isInInbox && (
        <SandboxBadge look="stacked" side="top" className="min-w-[72px]" />
      )}
      {hasSettings && (
        <Link
          href={paths.settings(locationId)}
          prefetch={false}
          aria-current={pathname.startsWith(paths.settings(locationId)) ? 'page' : undefined}
          className={bottomNavItem}
        >
          <Settings aria-hidden className="size-[18px]" strokeWidth={1.8} />
          Settings
        </Link>
      )}
      <AccountSheet session={session} locationId={locationId} triggerClassName={bottomNavItem} />
    </nav>
  );
}
