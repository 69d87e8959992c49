import 'server-only';
import { promises as dns, type LookupAddress } from 'node:dns';
import ipaddr from 'ipaddr.js';

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** An address that somebody else wrote leads to where nothing may be asked for. */
export class ForbiddenAddressError extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
  constructor() {
    super('This address does not lead to a public server.');
    this.name = 'ForbiddenAddressError';
  }
}

const systemResolve: Resolve = (hostname) => dns.lookup(hostname, { all: true, verbatim: true });

/**
 * Where a host is, if each of its addresses is a public one: one that is not spoils them all. The connection must go to
 * what is answered here and ask nobody again, for the next answer could be another.
 */
export async function publicAddresses(
  hostname: string,
  resolve: Resolve = systemResolve,
): Promise<LookupAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const found = ipaddr.isValid(literal) ? [entryOf(literal)] : await resolve(hostname);
  if (found.length === 0 || !found.every(({ address }) => isPublic(address)))
    throw new ForbiddenAddressError();
  return found;
}

function entryOf(address: string): LookupAddress {
  return { address, family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4 };
}

/** Only what is routed to one host on the open internet; an IPv4 address inside an IPv6 one counts as itself. */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  // Of IPv6, only this block is given out: the rest has been, or may become, a way back in.
  return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3'));
}
