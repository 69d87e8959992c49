import { Check, LogOut } from 'lucide-react';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import type { Session } from '@/lib/shared/contract/session';
import { initials, nameHue } from '@/lib/shared/format-name';
import { paths } from '@/lib/shared/paths';
import { AccountPerson } from './account-person';
import { SignOutDialog } from './sign-out-dialog';
import { useSignOut } from './use-sign-out';

export function AccountMenu({ session, locationId }: { session: Session; locationId: string }) {
  const { askSignOut, isSigningOut, dialog } = useSignOut();
  const { name } = session.person;

  return (
    <>
      <Menu>
        <Tooltip content="Account" side="right">
          <MenuTrigger
            aria-label={`Account of ${name}`}
            aria-describedby={undefined}
            className="mt-1 grid size-11 shrink-0 place-items-center rounded-full"
          >
            <Avatar initials={initials(name)} hue={nameHue(name)} />
          </MenuTrigger>
        </Tooltip>
        <MenuContent side="right" align="end" className="w-72">
          <MenuLabel className="px-2.5 py-2 text-13">
            <AccountPerson session={session} locationId={locationId} />
          </MenuLabel>
          <MenuSeparator />
          {session.locations.length > 1 && (
            <>
              <MenuLabel>Locations</MenuLabel>
              {session.locations.map((location) => (
                <MenuItem key={location.id} asChild>
                  <Link
                    href={paths.inbox(location.id)}
                    prefetch={false}
                    aria-current={location.id === locationId || undefined}
                  >
                    <span className="min-w-0 flex-1 truncate">{location.name}</span>
                    {location.id === locationId && <Check aria-hidden />}
                  </Link>
                </MenuItem>
              ))}
              <MenuSeparator />
            </>
          )}
          <MenuItem disabled={isSigningOut} onSelect={askSignOut}>
            <LogOut aria-hidden />
            Sign out
          </MenuItem>
        </MenuContent>
      </Menu>
      <SignOutDialog {...dialog} />
    </>
  );
}
