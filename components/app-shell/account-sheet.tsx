import { Check, CircleUser, LogOut } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Sheet, SheetClose, SheetContent, SheetTrigger } from '@/components/ui/sheet';
import type { Session } from '@/lib/shared/contract/session';
import { paths } from '@/lib/shared/paths';
import { AccountPerson } from './account-person';
import { SignOutDialog } from './sign-out-dialog';
import { ThemeChoice } from './theme-menu';
import { useSignOut } from './use-sign-out';

type AccountSheetProps = { session: Session; locationId: string; triggerClassName: string };

/** What the rail's menus hold, on a phone. */
export function AccountSheet({ session, locationId, triggerClassName }: AccountSheetProps) {
  const { askSignOut, isSigningOut, dialog } = useSignOut();

  return (
    <Sheet>
      <SheetTrigger className={triggerClassName}>
        <CircleUser aria-hidden className="size-[18px]" strokeWidth={1.8} />
        Account
      </SheetTrigger>
      <SheetContent title="Account">
        <div className="grid gap-5 px-[18px] py-4">
          <AccountPerson session={session} locationId={locationId} />
          {session.locations.length > 1 && (
            <section aria-labelledby="account-sheet-locations">
              <h3 id="account-sheet-locations" className={headingClasses}>
                Locations
              </h3>
              <ul className="divide-y divide-line">
                {session.locations.map((location) => (
                  <li key={location.id}>
                    <SheetClose asChild>
                      <Link
                        href={paths.inbox(location.id)}
                        prefetch={false}
                        aria-current={location.id === locationId || undefined}
                        className="flex min-h-11 items-center gap-2 text-14"
                      >
                        <span className="min-w-0 flex-1 truncate">{location.name}</span>
                        {location.id === locationId && <Check aria-hidden className="size-4 text-ink-2" />}
                      </Link>
                    </SheetClose>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3 className={headingClasses}>Theme</h3>
            <ThemeChoice />
          </section>
          <Button onClick={askSignOut} isPending={isSigningOut}>
            <LogOut aria-hidden />
            Sign out
          </Button>
          <SignOutDialog {...dialog} />
        </div>
      </SheetContent>
    </Sheet>
  );
}

const headingClasses = 'mb-1.5 font-semibold text-12 text-ink-2';
