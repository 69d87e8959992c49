import 'server-only';
import { type Answer, created, ok } from './call';
import type { Grant, Issued } from './oauth-store';
import { forbiddenLocation, httpException, Refusal, unprocessable } from './refusal';
import type { World } from './world';

type OauthCall = {
  world: World;
  query: URLSearchParams;
  /** The body, whether it came as a form or as JSON. */
  form: URLSearchParams;
  /** Whose token it is; undefined where none is needed. */
  agency: Grant | undefined;
};

export type OauthOperation = {
  operationId: string;
  method: 'GET' | 'POST';
  path: string;
  /** null: it needs no token, and then no Version either. */
  scope: string | null;
  needsVersion?: false;
  onlyVersion?: 'v3';
  handle: (call: OauthCall) => Answer;
};

export const oauthOperations: readonly OauthOperation[] = [
  {
    operationId: 'get-access-token',
    method: 'POST',
    path: '/oauth/token',
    scope: null,
    needsVersion: false,
    handle: getAccessToken,
  },
  {
    operationId: 'get-location-access-token',
    method: 'POST',
    path: '/oauth/locationToken',
    scope: 'oauth.write',
    handle: getLocationToken,
  },
  {
    operationId: 'get-installed-location',
    method: 'GET',
    path: '/oauth/installedLocations',
    scope: 'oauth.readonly',
    handle: getInstalledLocations,
  },
];

/** The code is looked at before the client's credentials: so a live probe found (README, LIVE). */
function getAccessToken({ world, form }: OauthCall): Answer {
  const grantType = form.get('grant_type');
  const missing = ['client_id', 'client_secret', 'grant_type'].filter((field) => !form.get(field));
  const messages = missing.map((field) => `${field} should not be empty`);
  if (grantType && grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    messages.push('grant_type must be one of the following values: authorization_code, refresh_token');
  }
  if (messages.length > 0) throw unprocessable(messages);
  const grant = grantType === 'authorization_code' ? codeGrant(world, form) : refreshGrant(world, form);
  return ok(tokenAnswer(world, grant, world.oauth.issue(grant)));
}

function codeGrant(world: World, form: URLSearchParams): Grant {
  const code = form.get('code') ?? '';
  const grant = world.oauth.peekCode(code);
  if (!grant) throw unauthorizedGrant('Authorization code not found');
  requireClient(world, form);
  world.oauth.removeCode(code);
  return grant;
}

function refreshGrant(world: World, form: URLSearchParams): Grant {
  requireClient(world, form);
  const token = form.get('refresh_token') ?? '';
  const grant = world.oauth.peekRefreshToken(token);
  if (!grant) {
    throw new Refusal(400, {
      error: 'invalid_grant',
      error_description: 'This refresh token is invalid',
    });
  }
  if (grant.locationId !== null && !world.location(grant.locationId)) {
    throw httpException(400, 'Location is not active');
  }
  world.oauth.removeRefreshToken(token);
  return grant;
}

function requireClient(world: World, form: URLSearchParams): void {
  const isOurs = form.get('client_id') === world.clientId && form.get('client_secret') === world.clientSecret;
  if (!isOurs) throw unauthorizedGrant('Invalid client credentials!');
}

function unauthorizedGrant(description: string): Refusal {
  return new Refusal(401, { error: 'UnAuthorized!', error_description: description });
}

function tokenAnswer(world: World, grant: Grant, issued: Issued): Record<string, unknown> {
  return {
    access_token: issued.accessToken,
    token_type: 'Bearer',
    expires_in: 86_399,
    refresh_token: issued.refreshToken,
    scope: grant.scopes.join(' '),
    refreshTokenId: issued.refreshTokenId,
    userType: grant.userType,
    companyId: grant.companyId,
    locationId: grant.locationId ?? undefined,
    userId: grant.userId,
    isBulkInstallation: grant.locationId === null,
    approvedLocations: grant.locationId === null ? world.locations().map(({ id }) => id) : undefined,
    installToFutureLocations: false,
    approveAllLocations: grant.locationId === null,
  };
}

/** A location's token from an agency's. GHL adds the two oauth scopes and answers 201 (README, LIVE). */
function getLocationToken({ world, form, agency }: OauthCall): Answer {
  const messages = ['companyId', 'locationId']
    .filter((field) => !form.get(field))
    .flatMap((field) => [`${field} should not be empty`, `${field} must be a string`]);
  if (messages.length > 0) throw unprocessable(messages);
  const locationId = form.get('locationId') ?? '';
  const location = world.location(locationId);
  if (form.get('companyId') !== world.companyId || !location) throw forbiddenLocation();
  if (!agency || world.oauth.installedAt(locationId) === undefined) {
    throw httpException(400, 'The app is not installed on this location.');
  }
  const scopes = [...new Set([...agency.scopes, 'oauth.readonly', 'oauth.write'])];
  const grant: Grant = { ...agency, userType: 'Location', locationId, scopes };
  return created({
    access_token: world.oauth.issueAccess(grant),
    token_type: 'Bearer',
    expires_in: 86_400,
    scope: scopes.join(' '),
    userType: 'Location',
    companyId: world.companyId,
    locationId,
    userId: grant.userId,
    appId: world.appId,
    versionId: world.versionId,
  });
}

function getInstalledLocations({ world, query }: OauthCall): Answer {
  const messages = ['companyId', 'appId']
    .filter((field) => !query.get(field))
    .flatMap((field) => [`${field} should not be empty`, `${field} must be a string`]);
  if (messages.length > 0) throw unprocessable(messages);
  if (query.get('companyId') !== world.companyId) throw forbiddenLocation();
  const words = query.get('query')?.toLowerCase() ?? '';
  const wanted = query.get('isInstalled');
  const locations = query.get('appId') === world.appId ? world.locations() : [];
  const rows = locations
    .map((location) => {
      const at = world.oauth.installedAt(location.id);
      return {
        _id: location.id,
        name: location.profile.name,
        address: `${location.profile.address}, ${location.profile.city}`,
        isInstalled: at !== undefined,
        versionId: at === undefined ? undefined : world.versionId,
        installedAt: at === undefined ? undefined : new Date(at).toISOString(),
      };
    })
    .filter(
      (row) =>
        row.name.toLowerCase().includes(words) &&
        (query.get('locationId') ?? row._id) === row._id &&
        (wanted === null || String(row.isInstalled) === wanted),
    );
  const skip = Number(query.get('skip') ?? 0) || 0;
  const limit = Number(query.get('limit') ?? 20) || 20;
  return ok({
    locations: rows.slice(skip, skip + limit),
    count: rows.length,
    installToFutureLocations: false,
  });
}
