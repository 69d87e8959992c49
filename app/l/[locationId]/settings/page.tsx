import { redirect } from 'next/navigation';
import { paths } from '@/lib/shared/paths';
import { NotAllowed } from './not-allowed';
import { openSettings, type SettingsParams } from './open-settings';

export default async function SettingsPage({ params }: { params: SettingsParams }) {
  const opened = await openSettings(params, 'people:manage');
  if (opened) redirect(paths.team(opened.locationId));
  return <NotAllowed locationId={(await params).locationId} />;
}
