import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { getLocation } from '@/lib/server/ghl/locations';
import { connectedLocations, ghlFor } from './connection';

/** How long a page waits for a name: what a person came for is something else. */
const nameWaitMs = 500;

/** What a location is called; its id where the name cannot be read now. */
export async function locationName(locationId: string): Promise<string> {
  try {
    const known = (await connectedLocations()).find(({ id }) => id === locationId)?.name;
    if (known) return known;
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
