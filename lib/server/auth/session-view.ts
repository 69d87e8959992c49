import 'server-only';
import { setTimeout } from 'node:timers/promises';
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

/** How long a page waits for a name: what a person came for is the inbox. */
const nameWaitMs = 500;

/** A location whose name cannot be read now is still one that can be gone to. */
async function nameOf(locationId: string): Promise<string> {
  try {
    const ghl = await ghlFor(locationId);
    if (!ghl) return locationId;
    // The late answer is not lost: it is kept for the next one who asks.
    return await Promise.race([
      getLocation(ghl).then(({ name }) => name),
      setTimeout(nameWaitMs, locationId, { ref: false }),
    ]);
  } catch {
    return locationId;
  }
}
