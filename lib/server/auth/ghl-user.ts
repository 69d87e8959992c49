import 'server-only';
import type { GhlClient } from '@/lib/server/ghl/client';
import { listUsers } from '@/lib/server/ghl/users';
import { AppError } from '@/lib/server/http/app-error';

/** A person can be linked to a user of this location alone: what is assigned to them is "mine" on the screen. */
export async function requireGhlUser(ghl: GhlClient, ghlUserId: string | null | undefined): Promise<void> {
  if (!ghlUserId) return;
  const users = await listUsers(ghl);
  if (users.some(({ id }) => id === ghlUserId)) return;
  throw new AppError('bad_request', { message: 'This GoHighLevel user is not one of this location.' });
}
