import type { Metadata } from 'next';
import { NotAllowed } from '@/app/l/[locationId]/settings/not-allowed';
import { openSettings, type SettingsParams } from '@/app/l/[locationId]/settings/open-settings';
import { SubtypesPage } from '@/components/admin/subtypes/subtypes-page';

export const metadata: Metadata = { title: 'Subscription types' };

export default async function Page({ params }: { params: SettingsParams }) {
  const opened = await openSettings(params, 'subtype:manage');
  if (!opened) return <NotAllowed locationId={(await params).locationId} />;
  return <SubtypesPage locationId={opened.locationId} />;
}
