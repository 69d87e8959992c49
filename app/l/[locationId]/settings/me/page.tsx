import type { Metadata } from 'next';
import { openLocation, type SettingsParams } from '@/app/l/[locationId]/settings/open-settings';
import { SignatureSetting } from '@/components/composer/email/signature-setting';
import { PersonSettingsPage } from '@/components/person-settings/person-settings-page';

export const metadata: Metadata = { title: 'You' };

export default async function MySettingsPage({ params }: { params: SettingsParams }) {
  const { session } = await openLocation(params);
  return <PersonSettingsPage name={session.person.name} signature={<SignatureSetting />} />;
}
