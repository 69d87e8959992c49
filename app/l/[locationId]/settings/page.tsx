import { redirect } from 'next/navigation';
import { paths } from '@/lib/shared/paths';
import { can } from '@/lib/shared/permissions';
import { openLocation, type SettingsParams } from './open-settings';

export default async function SettingsPage({ params }: { params: SettingsParams }) {
  const { locationId, membership } = await openLocation(params);
  redirect(can(membership, 'people:manage') ? paths.team(locationId) : paths.mySettings(locationId));
}
