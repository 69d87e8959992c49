import type { Metadata } from 'next';
import { NotAllowed } from '@/app/l/[locationId]/settings/not-allowed';
import { openSettings, type SettingsParams } from '@/app/l/[locationId]/settings/open-settings';
import { SnippetsPage } from '@/components/snippets/snippets-page';
import { can } from '@/lib/shared/permissions';

export const metadata: Metadata = { title: 'Snippets' };

export default async function Page({ params }: { params: SettingsParams }) {
  const opened = await openSettings(params, 'snippet:read');
  if (!opened) return <NotAllowed locationId={(await params).locationId} />;
  return <SnippetsPage locationId={opened.locationId} canWrite={can(opened.membership, 'snippet:write')} />;
}
