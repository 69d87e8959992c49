import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './call';
import type { LocationState } from './location-state';
import { unauthorized } from './refusal';
import type { World } from './world';

/** A global allow-list: each value works on every established endpoint (CONTRACT 1.14). */
const versions = new Set(['2021-04-15', '2021-07-28', '2023-02-21', 'v3']);
/** Defaults of scripting libraries, which the real host's firewall turns away (CONTRACT 1.12, error 1010). */
const botAgents = /^(python-requests|python-urllib|aiohttp|httpx|scrapy|go-http-client|libwww-perl|java\/)/i;

export function isBlockedAgent(userAgent: string | undefined): boolean {
  return !userAgent?.trim() || botAgents.test(userAgent.trim());
}

export const blockedAgentPage = `<!DOCTYPE html>
<html lang="en-US"><head><title>Access denied | services.leadconnectorhq.com used Cloudflare to restrict access</title>
<meta charset="UTF-8"></head><body><h1><span>Error</span> <span>1010</span></h1><h2>Access denied</h2>
<p>The owner of this website has banned your access based on your browser's signature.</p></body></html>
`;

export function requireVersion(operation: Operation, headers: IncomingHttpHeaders): void {
  const version = headers.version;
  if (version === undefined) {
    if (operation.needsVersion === false) return;
    throw unauthorized('version header was not found.');
  }
  if (typeof version !== 'string' || !versions.has(version)) throw unauthorized('version header is invalid');
}

export function locationOfRequest(world: World, headers: IncomingHttpHeaders): LocationState {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized('Invalid JWT');
  const location = world.locationOfToken(token);
  if (!location || location.isTokenRevoked) {
    throw unauthorized(token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
  }
  return location;
}

export function requireScope(location: LocationState, operation: Operation): void {
  if (operation.scope !== null && !location.scopes.has(operation.scope)) {
    throw unauthorized('The token is not authorized for this scope.');
  }
}
