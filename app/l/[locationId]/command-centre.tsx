'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { settingsPagesFor } from '@/components/app-shell/settings-pages';
import { showToast } from '@/components/ui/toast-store';
import { offlineWriteMessage } from '@/lib/client/api';
import { keepingKeys } from '@/lib/client/shortcuts/typed-ahead';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import type { SendView } from '@/lib/shared/contract/send';
import type { Session } from '@/lib/shared/contract/session';
import { type InboxFilter, searchFromFilter } from '@/lib/shared/inbox-address';
import { paths } from '@/lib/shared/paths';

const loadPalette = async () => (await import('@/components/command-palette/command-palette')).CommandPalette;
const loadHelp = async () => (await import('@/components/command-palette/help-sheet')).HelpSheet;
type Shown =
  | { kind: 'palette'; Palette: Awaited<ReturnType<typeof loadPalette>>; typed: string }
  | { kind: 'help'; Help: Awaited<ReturnType<typeof loadHelp>> };

/** Longer than the first drawing takes, sooner than anybody presses the key. */
const restMs = 2000;

type CommandCentreProps = {
  session: Session;
  locationId: string;
  /** Of the inbox alone: elsewhere the palette leads to it. */
  inbox?: {
    openId: string | null;
    filter: InboxFilter;
    currentUserId: string | null;
    onOpen: (conversationId: string) => void;
    onFilter: (filter: InboxFilter) => void;
    onSends: (view: SendView) => void;
  };
};

/** The palette and the sheet of keys, on every page of a location. Their script comes once the page is at rest. */
export function CommandCentre({ session, locationId, inbox }: CommandCentreProps) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const membership = session.locations.find(({ id }) => id === locationId);
  const pages = settingsPagesFor(membership);
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled([loadPalette(), loadHelp()]), restMs);
    return () => clearTimeout(timer);
  }, []);
  const show = <Loaded,>(load: () => Promise<Loaded>, shownOf: (loaded: Loaded, typed: string) => Shown) =>
    void keepingKeys(load).then(
      // At once: the next key finds the dialog.
      (opening) => opening && flushSync(() => setShown(shownOf(opening.loaded, opening.typed))),
      () => showToast({ tone: 'bad', text: offlineWriteMessage }),
    );
  const goToSends = (view: SendView) =>
    inbox ? inbox.onSends(view) : router.push(paths.sends(locationId, view));
  useCommands({
    palette: () => show(loadPalette, (Palette, typed) => ({ kind: 'palette', Palette, typed })),
    help: () => show(loadHelp, (Help) => ({ kind: 'help', Help })),
    'go.inbox': () => router.push(paths.inbox(locationId)),
    'go.attention': () => goToSends('attention'),
    'go.scheduled': () => goToSends('scheduled'),
    ...(pages.length > 0 && { 'go.settings': () => router.push(paths.settings(locationId)) }),
  });

  if (!membership) return null;
  return (
    <>
      {shown?.kind === 'palette' && (
        <shown.Palette
          typed={shown.typed}
          locationId={locationId}
          openId={inbox?.openId ?? null}
          filter={inbox?.filter ?? null}
          currentUserId={inbox?.currentUserId ?? null}
          settings={pages.map(({ name, path }) => ({ name, path: path(locationId) }))}
          onOpen={inbox?.onOpen ?? ((id) => router.push(paths.inbox(locationId, id)))}
          onFilter={
            inbox?.onFilter ?? ((filter) => router.push(paths.inbox(locationId) + searchFromFilter(filter)))
          }
          onGo={(path) => router.push(path)}
          onClose={() => setShown(null)}
        />
      )}
      {shown?.kind === 'help' && <shown.Help membership={membership} onClose={() => setShown(null)} />}
    </>
  );
}
