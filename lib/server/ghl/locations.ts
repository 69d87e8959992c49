import 'server-only';
import { z } from 'zod';
import type { Location } from '@/lib/shared/contract/location';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { callInfo } from './operations';
import { unwrapped, wireId, wireText } from './wire';

const keptMs = 60_000;

const locationWireSchema = z.object({ id: wireId, name: wireText, timezone: wireText, email: wireText });

/** The location this client is for. */
export function getLocation(ghl: GhlClient, options: ReadOptions = {}): Promise<Location> {
  const operation = 'get-location';
  return ghl.reads.read(
    'location',
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, {
        params: { locationId: ghl.locationId },
        schema: z.unknown(),
        ...shared,
      });
      const { data } = locationWireSchema.safeParse(unwrapped(answer, 'location'));
      // Another location's name over our threads would be worse than none.
      if (data?.id !== ghl.locationId) throw new GhlShapeError(callInfo(operation), { field: 'location.id' });
      return { id: data.id, name: data.name ?? data.id, timezone: data.timezone, email: data.email };
    },
    options,
  );
}
