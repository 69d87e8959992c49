import 'server-only';
import { z } from 'zod';
import type { SubtypeList, SubtypePatch, SubtypeRequest, Unavailable } from '@/lib/shared/contract/subtype';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { callInfo } from './operations';
import { unlessUnavailable } from './preference-availability';
import { readSubtypes } from './subtype-wire';

/** Short, because "off" and "not allowed" are kept too, and somebody is in GHL mending that. */
const keptMs = 15_000;
const sharedKey = 'subtypes';

/** Every subscription type of the location by name, archived ones among them (CONTRACT 1.9). */
export function listSubtypes(ghl: GhlClient, options: ReadOptions = {}): Promise<SubtypeList> {
  const operation = 'get-all-custom-subtypes';
  return ghl.reads.read(
    sharedKey,
    keptMs,
    (shared) =>
      unlessUnavailable('read', async () => {
        const answer = await ghl.call(operation, {
          query: { locationId: ghl.locationId },
          schema: z.unknown(),
          ...shared,
        });
        const read = readSubtypes(answer);
        if (!read) throw new GhlShapeError(callInfo(operation), { field: '(list of types)' });
        read.subtypes.sort((one, other) => one.name.localeCompare(other.name));
        return { state: 'ready' as const, ...read };
      }),
    options,
  );
}

type Written = { state: 'ready' } | Unavailable;

/** Makes a type. Its channel and language stand for good, and GHL deletes none: they are archived (DOC). */
export function createSubtype(ghl: GhlClient, request: SubtypeRequest): Promise<Written> {
  const { name, description, channel, language } = request;
  return written(ghl, () =>
    ghl.call('create-custom-subtype', {
      query: { locationId: ghl.locationId },
      body: { name, channel, language, ...(description === '' ? {} : { description }) },
      schema: z.unknown(),
    }),
  );
}

/** Renames, describes, archives or restores. An empty description takes it away. */
export function updateSubtype(ghl: GhlClient, subtypeId: string, patch: SubtypePatch): Promise<Written> {
  const { name, description, isArchived } = patch;
  return written(ghl, () =>
    ghl.call('update-custom-subtype', {
      params: { subtypeId },
      query: { locationId: ghl.locationId },
      body: {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(isArchived === undefined ? {} : { archived: isArchived }),
      },
      schema: z.unknown(),
    }),
  );
}

/** Also after a failure: a write that broke may have been made. What GHL answers is not needed: the list is read again. */
async function written(ghl: GhlClient, write: () => Promise<unknown>): Promise<Written> {
  try {
    return await unlessUnavailable('write', async () => {
      await write();
      return { state: 'ready' as const };
    });
  } finally {
    ghl.reads.drop([sharedKey, 'preferences:']);
  }
}
