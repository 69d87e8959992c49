import type { ReactNode } from 'react';
import { SettingsShell } from '@/components/app-shell/settings-shell';
import { sessionFor } from '@/lib/server/auth/session-view';
import { settings } from '@/lib/server/env';
import { openLocation, type SettingsParams } from './open-settings';

type SettingsLayoutProps = { params: SettingsParams; children: ReactNode };

export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  const { locationId, session } = await openLocation(params);
  return (
    <SettingsShell session={await sessionFor(session)} locationId={locationId} mode={settings().mode.kind}>
      {children}
    </SettingsShell>
  );
}
