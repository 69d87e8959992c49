import 'server-only';
import { z } from 'zod';
import type { User } from '@/lib/shared/contract/user';
import type { GhlClient, ReadOptions } from './client';
import { joined } from './contact-wire';
import { wireFlag, wireId, wireText } from './wire';

const keptMs = 60_000;

const userWireSchema = z.object({
  id: wireId,
  name: wireText,
  firstName: wireText,
  lastName: wireText,
  email: wireText,
  deleted: wireFlag,
});

/** The users of the location by name. GHL leaves out those of the agency (CONTRACT 4). */
export function listUsers(ghl: GhlClient, options: ReadOptions = {}): Promise<User[]> {
  return ghl.reads.read(
    'users',
    keptMs,
    async (shared) => {
      const { users } = await ghl.call('get-users-by-location', {
        query: { locationId: ghl.locationId },
        schema: z.object({ users: z.array(z.unknown()) }),
        ...shared,
      });
      return users
        .flatMap((user) => readUser(user) ?? [])
        .sort((one, other) => one.name.localeCompare(other.name));
    },
    options,
  );
}

export function readUser(value: unknown): User | null {
  const { data } = userWireSchema.safeParse(value);
  if (!data?.id || data.deleted) return null;
  const name = data.name ?? joined(data.firstName, data.lastName) ?? data.email ?? data.id;
  return { id: data.id, name, email: data.email };
}
