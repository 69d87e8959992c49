'use client';

import type { ReactNode } from 'react';
import { ToastViewport } from '@/components/ui/toast';
import { TooltipProvider } from '@/components/ui/tooltip';
import { useKeyListener } from '@/lib/client/shortcuts/use-commands';
import { BottomNav } from './bottom-nav';
import { ConnectionBanner } from './connection-banner';
import { type NavProps, Rail } from './rail';
import { useOutgoingSends } from './use-outgoing-sends';
import { useStrayDrops } from './use-stray-drops';

type AppShellProps = NavProps & {
  /** Fills the height and scrolls by itself: the page never does. It stands in `<main>` already. */
  children: ReactNode;
};

export function AppShell({ children, ...props }: AppShellProps) {
  useKeyListener();
  useStrayDrops();
  useOutgoingSends(props.session.person.id);
  return (
    <TooltipProvider>
      <div data-slot="app-shell" className="flex h-dvh overflow-hidden bg-bg text-ink phone:flex-col">
        <a
          href={`#${mainId}`}
          className="sr-only z-60 rounded-control bg-ink font-medium text-13 text-bg focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-3 focus:py-2"
        >
          Skip to the content
        </a>
        <Rail {...props} />
        <main id={mainId} tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <ConnectionBanner session={props.session} locationId={props.locationId} />
          {children}
        </main>
        <BottomNav {...props} />
      </div>
      <ToastViewport />
    </TooltipProvider>
  );
}

const mainId = 'main';
