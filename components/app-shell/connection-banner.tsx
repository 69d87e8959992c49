import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Banner } from '@/components/ui/banner';
import { buttonVariants } from '@/components/ui/button-variants';
import { useNow } from '@/lib/client/clock';
import { useConnectionState } from '@/lib/client/queries/connection';
import type { Session } from '@/lib/shared/contract/session';
import { fullTime, sameDay, timeOfDay } from '@/lib/shared/format-time';
import { paths } from '@/lib/shared/paths';
import { can } from '@/lib/shared/permissions';

type ConnectionBannerProps = { session: Session; locationId: string };

/** Told to everybody while GHL does not take the token; it goes by itself. */
export function ConnectionBanner({ session, locationId }: ConnectionBannerProps) {
  const { data } = useConnectionState(locationId);
  const now = useNow();
  const pathname = usePathname();
  if (!data || data.brokenSince === null || now === null) return null;
  const { brokenSince, admins } = data;
  const membership = session.locations.find(({ id }) => id === locationId);
  const canMend = membership !== undefined && can(membership, 'connection:check');
  const since = sameDay(brokenSince, now) ? timeOfDay(brokenSince) : fullTime(brokenSince);

  return (
    <Banner
      tone="bad"
      className="shrink-0"
      action={
        // There it would lead to itself.
        canMend &&
        pathname !== paths.connection(locationId) && (
          <Link
            href={paths.connection(locationId)}
            prefetch={false}
            className={buttonVariants({ variant: 'danger', size: 'sm' })}
          >
            Renew the token
          </Link>
        )
      }
    >
      <strong className="font-semibold">Not connected to GoHighLevel since {since}</strong>, showing what we
      had. Nothing is sent until it is back; what you wrote is kept.
      {!canMend && ` Ask ${askedFor(admins)} to renew the token.`}
    </Banner>
  );
}

/** "an admin", "Mika", "Mika or Jonas", "Mika, Jonas or Priya". */
function askedFor(admins: readonly string[]): string {
  if (admins.length === 0) return 'an admin';
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(admins.slice(0, 3));
}
