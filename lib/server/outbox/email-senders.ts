import 'server-only';
import { membershipOf } from '@/lib/server/auth/membership';
import type { GhlClient, ReadOptions } from '@/lib/server/ghl/client';
import { GhlError } from '@/lib/server/ghl/errors';
import { getLocation } from '@/lib/server/ghl/locations';
import { listUsers } from '@/lib/server/ghl/users';
import { AppError } from '@/lib/server/http/app-error';
import type { EmailSender, EmailSenders } from '@/lib/shared/contract/email-sender';
import { linkedUserId } from '@/lib/shared/linked-user';

type Place = { locationId: string; personId: string };

/** The location's address, and the person's own where they are a GHL user of it. */
export async function emailSenders(
  ghl: GhlClient,
  { locationId, personId }: Place,
  options: ReadOptions = {},
): Promise<EmailSenders> {
  const [location, users, membership] = await Promise.all([
    unlessRefused(getLocation(ghl, options)),
    unlessRefused(listUsers(ghl)),
    membershipOf(personId, locationId),
  ]);
  const userId = membership && linkedUserId(users ?? [], membership);
  const user = users?.find(({ id }) => id === userId);
  const senders = [
    ...(location?.email ? [senderOf(location.name, location.email, true)] : []),
    ...(user?.email ? [senderOf(user.name, user.email, false)] : []),
  ];
  const own = [location?.email, ...(users ?? []).map(({ email }) => email)];
  return {
    senders: senders.filter(
      (sender, index) => senders.findIndex((one) => one.address === sender.address) === index,
    ),
    own: own.flatMap((address) => address?.trim().toLowerCase() || []),
  };
}

/** What a browser says it is from must be one of these: nobody writes in somebody else's name. */
export async function checkedSender(
  ghl: GhlClient,
  place: Place,
  from: string | null,
): Promise<string | null> {
  if (from === null) return null;
  const { senders } = await emailSenders(ghl, place);
  if (senders.some((sender) => sender.from === from)) return from;
  throw new AppError('bad_request', {
    message: 'An email can be from the location or from your own GoHighLevel address. Choose one of these.',
  });
}

function senderOf(name: string, address: string, isDefault: boolean): EmailSender {
  const clean = name
    .replace(/[\r\n<>",;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const email = address.trim();
  return { from: clean ? `${clean} <${email}>` : email, name: clean || email, address: email, isDefault };
}

/** A token that may not read one of them still sends from the other. */
async function unlessRefused<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof GhlError) return null;
    throw error;
  }
}
