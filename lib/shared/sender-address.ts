export const maxAddressLength = 320;
export const addressPattern = /^[^\s<>"(),:;\\[\]@]+@[^\s<>"(),:;\\[\]@]+$/;

/** The address of a sender such as `"Dana" <dana@x.example>`, in lower case; null when there is none to be sure of. */
export function senderAddress(from: string | null): string | null {
  if (from === null || from.length > 1000) return null;
  const inBrackets = /<([^<>]*)>\s*$/.exec(from)?.[1];
  const address = (inBrackets ?? from).trim().toLowerCase();
  return addressPattern.test(address) && address.length <= maxAddressLength ? address : null;
}
