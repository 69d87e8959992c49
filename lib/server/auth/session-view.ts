import 'server-only';
import { connectedLocations, ghlFor } from '@/lib/server/connection/connection';
import { getLocation } from '@/lib/server/ghl/locations';
import type { Session } from '@/lib/shared/contract/session';
import type { SignedIn } from './sessions';

/** What a signed-in person's screen needs to know: who they are and where they may go. */
export async function sessionFor(session: SignedIn): Promise<Session> {
  const locations = await connectedLocations();
  const allowed = locations.flatMap(({ id, name }) => {
    const role = session.roleAt(id);
    return role ? [{ id, name, role }] : [];
  });
  return {
    person: session.person,
    locations: await Promise.all(
      allowed.map(async ({ id, name, role }) => ({ id, role, name: name ?? (await nameOf(id)) })),
    ),
  };
}

/** A location whose name cannot be read now is still one that can be gone to. */
async function nameOf(locationId: string): Promise<string> {
  try {
    const ghl = await ghlFor(locationId);
    return ghl ? (await getLocation(ghl)).name : locationId;
  } catch {
    return locationId;
  }
}
