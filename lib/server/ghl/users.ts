import 'server-only';
import { z } from 'zod';
import type { User } from '@/lib/shared/contract/user';
import type { GhlClient, ReadOptions } from './client';
import { joined } from './contact-wire';
import { GhlShapeError } from './errors';
import { callInfo, checkedId } from './operations';
import { unwrapped, wireFlag, wireId, wireText } from './wire';

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
      const { users } = await ghl.call('get-user-by-location', {
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

/** One user; also one who may not be in the list (CONTRACT 4). */
export function getUser(ghl: GhlClient, userId: string, options: ReadOptions = {}): Promise<User> {
  const operation = 'get-user';
  const id = checkedId(operation, 'userId', userId);
  return ghl.reads.read(
    `user:${id}`,
    keptMs,
    async (shared) => {
      const answer = await ghl.call(operation, { params: { userId: id }, schema: z.unknown(), ...shared });
      const user = readUser(unwrapped(answer, 'user'));
      if (user?.id !== id) throw new GhlShapeError(callInfo(operation), { field: 'id' });
      return user;
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
