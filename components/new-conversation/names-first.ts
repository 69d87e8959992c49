import type { Contact } from '@/lib/shared/contract/contact';

/**
 * GHL finds letters anywhere, in addresses too, and answers the newest contact first. Whose name begins with what was
 * typed is who is meant; the others keep their order.
 */
export function namesFirst(contacts: readonly Contact[], typed: string): Contact[] {
  const start = typed.toLowerCase();
  const isMeant = ({ name, companyName }: Contact) =>
    [name, companyName].some((text) => ` ${text ?? ''}`.toLowerCase().includes(` ${start}`));
  return contacts.toSorted((one, other) => Number(isMeant(other)) - Number(isMeant(one)));
}
