import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { allowedSenders } from '@/lib/server/db/schema';
import { AppError } from '@/lib/server/http/app-error';
import type { AllowedSenders } from '@/lib/shared/contract/allowed-sender';

/** A list that is read whole with the first mail. */
const maxSenders = 1000;

type Owner = { personId: string; locationId: string };

export async function listAllowedSenders(owner: Owner): Promise<AllowedSenders> {
  const db = await database();
  const rows = await db
    .select({ address: allowedSenders.address })
    .from(allowedSenders)
    .where(isOf(owner))
    .orderBy(allowedSenders.address);
  return { addresses: rows.map(({ address }) => address) };
}

/** Answers the list as it is then. */
export async function changeAllowedSender(
  owner: Owner,
  { address, isAllowed }: { address: string; isAllowed: boolean },
): Promise<AllowedSenders> {
  const db = await database();
  if (isAllowed) {
    const [known] = await db.select({ count: count() }).from(allowedSenders).where(isOf(owner));
    if ((known?.count ?? 0) >= maxSenders) {
      throw new AppError('bad_request', {
        message: `The images of ${maxSenders} senders are shown already. Take one off first.`,
      });
    }
    await db
      .insert(allowedSenders)
      .values({ ...owner, address })
      .onConflictDoNothing();
  } else {
    await db.delete(allowedSenders).where(and(isOf(owner), eq(allowedSenders.address, address)));
  }
  return listAllowedSenders(owner);
}

function isOf({ personId, locationId }: Owner) {
  return and(eq(allowedSenders.personId, personId), eq(allowedSenders.locationId, locationId));
}
