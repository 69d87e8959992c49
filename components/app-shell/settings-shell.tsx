'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { AppShell } from './app-shell';
import type { NavProps } from './rail';
import { settingsPagesFor } from './settings-pages';

/** The frame of every settings page: which there are, and the one that is open. */
export function SettingsShell({ children, ...props }: NavProps & { children: ReactNode }) {
  const { session, locationId } = props;
  const pathname = usePathname();
  const location = session.locations.find(({ id }) => id === locationId);
  const pages = settingsPagesFor(location);

  return (
    <AppShell {...props}>
      <div className="flex min-h-0 flex-1 bg-panel phone:flex-col">
        <nav
          aria-label="Settings"
          hidden={pages.length === 0}
          className="w-[13.75rem] max-w-[34vw] shrink-0 overflow-y-auto border-line border-r bg-bg px-3 py-5 phone:w-full phone:max-w-none phone:border-r-0 phone:border-b phone:px-2 phone:py-1.5"
        >
          <p className="px-2.5 font-strong text-15 tracking-[-0.01em] phone:sr-only">Settings</p>
          <p className="mb-3 truncate px-2.5 text-12 text-ink-3 phone:sr-only">{location?.name}</p>
          <ul className="grid gap-0.5 phone:flex phone:gap-1 phone:overflow-x-auto">
            {pages.map(({ name, icon: Icon, path }) => (
              <li key={name} className="phone:shrink-0">
                <Link
                  href={path(locationId)}
                  prefetch={false}
                  aria-current={pathname === path(locationId) ? 'page' : undefined}
                  className="flex min-h-9 items-center gap-2.5 rounded-field px-2.5 text-13 text-ink-2 transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-ink touch:min-h-11"
                >
                  <Icon aria-hidden className="size-4 max-[399px]:hidden" strokeWidth={1.8} />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </AppShell>
  );
}
