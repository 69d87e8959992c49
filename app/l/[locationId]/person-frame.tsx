import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PersonPreferences } from '@/components/app-shell/person-preferences';
import { personThemeScript } from '@/lib/client/theme';
import { settingsOf } from '@/lib/server/person/person-settings';

/** Around a page of somebody signed in: it is drawn their way from the first paint on. */
export async function PersonFrame({ personId, children }: { personId: string; children: ReactNode }) {
  const [saved, sent] = await Promise.all([settingsOf(personId), headers()]);
  return (
    <>
      <script nonce={sent.get('x-nonce') ?? undefined} suppressHydrationWarning>
        {personThemeScript(saved.settings.theme)}
      </script>
      <PersonPreferences personId={personId} saved={saved}>
        {children}
      </PersonPreferences>
    </>
  );
}
