import 'server-only';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { wireText } from './wire';

const keptMs = 60_000;

const tagWireSchema = z.object({ name: wireText });

/** The names of the location's tags, in the order of the alphabet (CONTRACT 4). */
export function listTags(ghl: GhlClient, options: ReadOptions = {}): Promise<string[]> {
  return ghl.reads.read(
    'tags',
    keptMs,
    async (shared) => {
      const { tags } = await ghl.call('get-location-tags', {
        params: { locationId: ghl.locationId },
        schema: z.object({ tags: z.array(z.unknown()) }),
        ...shared,
      });
      const names = tags.flatMap((tag) => tagWireSchema.safeParse(tag).data?.name ?? []);
      return [...new Set(names)].sort((one, other) => one.localeCompare(other));
    },
    options,
  );
}
