import 'server-only';
import type { LookupAddress } from 'node:dns';
import { ForbiddenAddressError, publicAddresses, type Resolve } from './public-address';
import { storedFileUrl } from './stored-file';

/** Where the server may go for an address that somebody else wrote. */
export type Door = {
  allows: (url: URL) => boolean;
  /** The addresses of a host that may be connected to; it throws where there are none. */
  locate: (hostname: string) => Promise<LookupAddress[]>;
};

/** The open internet, at the ports of the web, with no name and no password. */
export function internetDoor(resolve?: Resolve): Door {
  return {
    allows: (url) =>
      /^https?:$/.test(url.protocol) &&
      url.port === '' &&
      url.hostname !== '' &&
      !url.username &&
      !url.password,
    locate: (hostname) => publicAddresses(hostname, resolve),
  };
}

/**
 * The open internet, or the files of the location's own GHL: where that is the sandbox, they are on this computer and
 * nothing else on it is within reach.
 */
export function doorFor(address: string, ghlOrigin: string): Door {
  const file = storedFileUrl(address, ghlOrigin);
  if (!file || file.protocol === 'https:') return internetDoor();
  return {
    allows: (url) => url.origin === file.origin && storedFileUrl(url.href, ghlOrigin) !== null,
    locate: async (hostname) => {
      if (hostname !== '127.0.0.1') throw new ForbiddenAddressError();
      return [{ address: hostname, family: 4 }];
    },
  };
}
