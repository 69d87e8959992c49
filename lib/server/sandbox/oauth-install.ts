import 'server-only';
import type { Grant } from './oauth-store';
import { inboxScopes } from './scopes';
import type { World } from './world';

type Consent = { locationId: string | null; scopes?: readonly string[] };

/**
 * What "Allow & Install" does: the app is installed, INSTALL is posted, and a code comes back. An agency's consent
 * installs it on every location there is (GUESS), and gives an agency's code.
 */
export function consent(world: World, { locationId, scopes }: Consent): string {
  const grant: Grant = {
    userType: locationId === null ? 'Company' : 'Location',
    companyId: world.companyId,
    locationId,
    userId: world.locations()[0]?.users[0]?.id ?? '',
    scopes: scopes?.length ? scopes : inboxScopes,
  };
  if (locationId === null) announce(world, 'INSTALL', null, grant.userId);
  const ids = locationId === null ? world.locations().map((location) => location.id) : [locationId];
  for (const id of ids) if (world.oauth.install(id)) announce(world, 'INSTALL', id, grant.userId);
  return world.oauth.addCode(grant);
}

/** From one location, or with null from the agency and all of its locations. */
export function uninstall(world: World, locationId: string | null): void {
  const ids = locationId === null ? world.locations().map((location) => location.id) : [locationId];
  for (const id of ids) if (world.oauth.uninstall(id)) announce(world, 'UNINSTALL', id, undefined);
  if (locationId !== null) return;
  world.oauth.revoke(() => true);
  announce(world, 'UNINSTALL', null, undefined);
}

/** These two go to the common address only (CONTRACT 3.1). */
function announce(
  world: World,
  type: 'INSTALL' | 'UNINSTALL',
  locationId: string | null,
  userId: string | undefined,
): void {
  const isInstall = type === 'INSTALL';
  world.webhooks.send(
    {
      type,
      installType: locationId === null ? 'Company' : 'Location',
      locationId: locationId ?? undefined,
      companyId: world.companyId,
      userId,
      companyName: isInstall ? 'Northloom Group' : undefined,
      isWhitelabelCompany: isInstall ? false : undefined,
      whitelabelDetails: isInstall ? {} : undefined,
    },
    undefined,
  );
}
