import 'server-only';
import { connectedLocations } from '@/lib/server/connection/connection';
import { locationName } from '@/lib/server/connection/location-name';
import type { Session } from '@/lib/shared/contract/session';
import type { SignedIn } from './sessions';

/** What a signed-in person's screen needs to know: who they are and where they may go. */
export async function sessionFor(session: SignedIn): Promise<Session> {
  const locations = await connectedLocations();
  const allowed = locations.flatMap(({ id, name }) => {
    const membership = session.membershipAt(id);
    return membership ? [{ id, name, role: membership.role, grants: [...membership.grants] }] : [];
  });
  return {
    person: session.person,
    locations: await Promise.all(
      allowed.map(async (location) => ({
        ...location,
        name: location.name ?? (await locationName(location.id)),
      })),
    ),
  };
}
