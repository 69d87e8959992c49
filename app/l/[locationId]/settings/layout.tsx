import type { ReactNode } from 'react';
import { CommandCentre } from '@/app/l/[locationId]/command-centre';
import { PersonFrame } from '@/app/l/[locationId]/person-frame';
import { SettingsShell } from '@/components/app-shell/settings-shell';
import { sessionFor } from '@/lib/server/auth/session-view';
import { settings } from '@/lib/server/env';
import { openLocation, type SettingsParams } from './open-settings';

type SettingsLayoutProps = { params: SettingsParams; children: ReactNode };

export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { locationId, session } = await openLocation(params);
  const view = await sessionFor(session);
  return (
    <PersonFrame personId={session.person.id}>
      <SettingsShell session={view} locationId={locationId} mode={settings().mode.kind}>
        {children}
        <CommandCentre session={view} locationId={locationId} />
      </SettingsShell>
    </PersonFrame>
  );
}
