import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './call';
import type { LocationState } from './location-state';
import type { Grant } from './oauth-store';
import { cannotRoute, unauthorized } from './refusal';
import type { World } from './world';

/** A global allow-list: each value works on every established endpoint (CONTRACT 1.14). */
const versions = new Set(['2021-04-15', '2021-07-28', '2023-02-21', 'v3']);
/** Defaults of scripting libraries, which the real host's firewall turns away (CONTRACT 1.12, error 1010). */
const botAgents = /^(python-requests|python-urllib|aiohttp|httpx|scrapy|go-http-client|libwww-perl|java\/)/i;

const wrongAuthClass =
  'This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.';
const missingScope = 'The token is not authorized for this scope.';

export function isBlockedAgent(userAgent: string | undefined): boolean {
  return !userAgent?.trim() || botAgents.test(userAgent.trim());
}

export const blockedAgentPage = `<!DOCTYPE html>
<html lang="en-US"><head><title>Access denied | services.leadconnectorhq.com used Cloudflare to restrict access</title>
<meta charset="UTF-8"></head><body><h1><span>Error</span> <span>1010</span></h1><h2>Access denied</h2>
<p>The owner of this website has banned your access based on your browser's signature.</p></body></html>
`;

type Versioned = Pick<Operation, 'method' | 'path' | 'needsVersion' | 'onlyVersion'>;

export function requireVersion(operation: Versioned, headers: IncomingHttpHeaders): void {
  const version = headers.version;
  if (version === undefined) {
    if (operation.needsVersion === false) return;
    throw unauthorized('version header was not found.');
  }
  if (typeof version !== 'string' || !versions.has(version)) throw unauthorized('version header is invalid');
  if (operation.onlyVersion && version !== operation.onlyVersion) {
    throw cannotRoute(operation.method, operation.path);
  }
}

/** Of a private integration token, or of the access token that an installed app was given. */
export function locationOfRequest(world: World, headers: IncomingHttpHeaders): LocationState {
  const token = requireToken(headers);
  const grant = appGrant(world, token);
  if (grant?.userType === 'Company') throw unauthorized(wrongAuthClass);
  const location = world.locationOfToken(token);
  if (!location || (!grant && location.isTokenRevoked)) {
    throw unauthorized(token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
  }
  return location;
}

/** For what only an agency may: a token of a location is of the wrong class there (CONTRACT 1.12). */
export function agencyGrantOfRequest(world: World, headers: IncomingHttpHeaders, scope: string): Grant {
  const token = requireToken(headers);
  const grant = appGrant(world, token);
  if (!grant && !world.locationOfToken(token)) throw unauthorized('Invalid JWT');
  if (grant?.userType !== 'Company') throw unauthorized(wrongAuthClass);
  if (!grant.scopes.includes(scope)) throw unauthorized(missingScope);
  return grant;
}

export function requireScope(
  world: World,
  location: LocationState,
  operation: Operation,
  headers: IncomingHttpHeaders,
): void {
  if (operation.scope === null) return;
  const grant = world.oauth.find(requireToken(headers))?.grant;
  const isGranted = grant ? grant.scopes.includes(operation.scope) : location.scopes.has(operation.scope);
  if (!isGranted) throw unauthorized(missingScope);
}

function requireToken(headers: IncomingHttpHeaders): string {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized('Invalid JWT');
  return token;
}

/** undefined for a token that no app was given. Which text stands for revoked and which for expired is a GUESS. */
function appGrant(world: World, token: string): Grant | undefined {
  const found = world.oauth.find(token);
  if (found?.isRevoked) throw unauthorized('Invalid token: access token is invalid');
  if (found?.isExpired) throw unauthorized('Invalid JWT');
  return found?.grant;
}
