import { useUsers } from '@/lib/client/queries/directory';
import { useKnownEmails } from '@/lib/client/queries/messages';
import { addressOf, nameOf } from './readers';
import type { KnownPerson } from './suggestions';

/** Who is known without asking GHL for more: everybody in the mails that were read, and the team. */
export function useKnownPeople(locationId: string, emailIds: readonly string[]): KnownPerson[] {
  const mails = useKnownEmails(locationId, emailIds);
  const users = useUsers(locationId);
  const readers = mails.flatMap(({ data }) =>
    data ? [data.from ?? '', ...data.to, ...data.cc, ...data.bcc] : [],
  );
  return [
    ...readers.map((reader) => ({
      name: nameOf(reader),
      address: addressOf(reader),
      note: 'In this thread',
    })),
    ...(users.data ?? []).flatMap(({ name, email }) =>
      email ? [{ name, address: email, note: 'Team' }] : [],
    ),
  ];
}
