import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type SignedIn, signedIn } from '@/lib/server/auth/sessions';
import { ghlFor } from '@/lib/server/connection/connection';
import type { GhlClient } from '@/lib/server/ghl/client';
import { idSchema } from '@/lib/server/http/parse';
import { paths } from '@/lib/shared/paths';
import { type Action, can, type Membership } from '@/lib/shared/permissions';

export type SettingsParams = Promise<{ locationId: string }>;

type Opened = { locationId: string; session: SignedIn; membership: Membership; ghl: GhlClient };

/** Who opens a settings page of which location: to the sign-in without a session, 404 for a foreign location. */
export async function openLocation(params: SettingsParams): Promise<Opened> {
  const { locationId } = await params;
  const session = await signedIn((await headers()).get('cookie'));
  if (!session) redirect(`${paths.signIn}?${new URLSearchParams({ next: paths.settings(locationId) })}`);
  const membership = idSchema.safeParse(locationId).success ? session.membershipAt(locationId) : null;
  const ghl = membership ? await ghlFor(locationId) : null;
  if (!membership || !ghl) notFound();
  return { locationId, session, membership, ghl };
}

/** Null when this person's role does not allow it: the page then says so and shows nothing else. */
export async function openSettings(params: SettingsParams, action: Action): Promise<Opened | null> {
  const opened = await openLocation(params);
  return can(opened.membership, action) ? opened : null;
}
