import type { Metadata } from 'next';
import { NotAllowed } from '@/app/l/[locationId]/settings/not-allowed';
import { openSettings, type SettingsParams } from '@/app/l/[locationId]/settings/open-settings';
import { TeamPage } from '@/components/admin/team-page';
import { settings } from '@/lib/server/env';

export const metadata: Metadata = { title: 'Team' };

export default async function TeamSettingsPage({ params }: { params: SettingsParams }) {
  const opened = await openSettings(params, 'people:manage');
  if (!opened) return <NotAllowed locationId={(await params).locationId} />;
  return <TeamPage locationId={opened.locationId} mode={settings().mode.kind} />;
}
