import type { Metadata } from 'next';
import { NotAllowed } from '@/app/l/[locationId]/settings/not-allowed';
import { openSettings, type SettingsParams } from '@/app/l/[locationId]/settings/open-settings';
import { ConnectionPage } from '@/components/admin/connection-page';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionSettingsPage({ params }: { params: SettingsParams }) {
  const opened = await openSettings(params, 'connection:check');
  if (!opened) return <NotAllowed locationId={(await params).locationId} />;
  return <ConnectionPage locationId={opened.locationId} />;
}
