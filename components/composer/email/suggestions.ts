import { isAddress, isSame } from './readers';

/** Somebody who can be written to. */
export type KnownPerson = { name: string; address: string; note: string };

/** More than these nobody looks through. */
const maxSuggestions = 6;

/** Who fits what is typed, each address once, the first that names it first; nobody who is in a line already. */
export function suggestionsFor(
  typed: string,
  people: readonly KnownPerson[],
  taken: readonly string[],
): KnownPerson[] {
  const words = typed.trim().toLowerCase();
  if (words === '') return [];
  const fitting = people.filter(
    ({ name, address }) =>
      isAddress(address) &&
      !isSame(address, words) &&
      !taken.some((reader) => isSame(reader, address)) &&
      `${name} ${address}`.toLowerCase().includes(words),
  );
  return fitting
    .filter((person, index) => fitting.findIndex(({ address }) => isSame(address, person.address)) === index)
    .slice(0, maxSuggestions);
}
