import 'server-only';
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { settings } from '@/lib/server/env';
import { remember } from '@/lib/server/remember';

/** Nobody outside knows this name, so nobody can send it: what stands there was written by `watchPeers`. */
function headerName(): string {
  return remember('peer-header', () => `x-peer-${randomBytes(16).toString('hex')}`);
}

/**
 * Notes on each request which computer it really comes from. A route handler cannot see the socket, and of
 * `X-Forwarded-For` only what one's own proxies wrote is true.
 */
export function watchPeers(): void {
  remember('peers-watched', () => {
    subscribe('http.server.request.start', (message) => {
      const request: unknown = typeof message === 'object' && message && Reflect.get(message, 'request');
      if (request instanceof IncomingMessage) {
        const { trustedProxies } = settings();
        request.headers[headerName()] = senderOf(
          request.socket.remoteAddress ?? '',
          request.headers['x-forwarded-for'],
          trustedProxies,
        );
      }
    });
    return true;
  });
}

/** The computer a request comes from, as far as the throttle tells computers apart. */
export function peerOf(request: Request): string {
  return peerFrom(request.headers.get(headerName()) || 'unknown');
}

/**
 * Each proxy adds at the end whom it was asked by. With `proxies` of one's own the entry that the outermost of them
 * wrote counts; whatever stands before it came from outside. Fewer entries than proxies: the farthest there is.
 */
export function senderOf(socket: string, forwarded: string | string[] | undefined, proxies: number): string {
  const chain = [...String(forwarded ?? '').split(','), socket].map((part) => part.trim()).filter(Boolean);
  return chain.at(-1 - proxies) ?? chain[0] ?? '';
}

/** Of IPv6 the network counts: one household has millions of those addresses. */
export function peerFrom(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? networkOf(plain) : plain;
}

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
