export const maxAddressLength = 320;
export const addressPattern = /^[^\s<>"(),:;\\[\]@]+@[^\s<>"(),:;\\[\]@]+$/;

const quoted = /"(?:[^"\\]|\\.)*"/g;

/**
 * The address of a sender such as `"Dana" <dana@x.example>`, in lower case; null when there is none to be sure of, as of
 * several. Only A to Z have a lower case here: of other scripts it would make two addresses the same.
 */
export function senderAddress(from: string | null): string | null {
  if (from === null || from.length > 1000) return null;
  const [, name = '', inBrackets] = /^([^<>]*)<([^<>]*)>\s*$/.exec(from.replace(quoted, '')) ?? [];
  if (name.includes(',')) return null;
  const address = (inBrackets ?? from).trim().replace(/[A-Z]/g, (sign) => sign.toLowerCase());
  return addressPattern.test(address) && address.length <= maxAddressLength ? address : null;
}
