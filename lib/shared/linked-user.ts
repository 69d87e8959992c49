import type { User } from '@/lib/shared/contract/user';

/** The GHL user of a person of ours: the one an admin linked, else the one with their email. Null: they have none here. */
export function linkedUserId(
  users: readonly User[],
  { email, ghlUserId }: { email: string; ghlUserId: string | null },
): string | null {
  if (ghlUserId !== null) return ghlUserId;
  return users.find((user) => user.email?.toLowerCase() === email.toLowerCase())?.id ?? null;
}
