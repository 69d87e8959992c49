import 'server-only';
import { z } from 'zod';
import { readAnswer } from './answer';
import { GhlShapeError } from './errors';
import { exchange } from './exchange';
import { callInfo, checkedId, type OperationName, operationPath, operations } from './operations';
import { isRecord, wireCount, wireFlag, wireId, wireText, wireTexts } from './wire';

export type OAuthTokens = {
  accessToken: string;
  /** Good for one use; null for a location's token that came from its agency's, which has none. */
  refreshToken: string | null;
  expiresInSeconds: number;
  scopes: string[];
  userType: 'Location' | 'Company' | null;
  companyId: string | null;
  locationId: string | null;
  userId: string | null;
  /** Of an agency's token: the locations it may ask tokens for. */
  approvedLocationIds: string[];
};

export type InstalledLocation = { id: string; name: string; isInstalled: boolean };

type UserType = 'Location' | 'Company';
type Query = Record<string, string | number | undefined>;

/** GHL's own, for an answer that names none (CONTRACT 2.1). */
const defaultExpirySeconds = 86_399;
const timeouts = { headersMs: 10_000, bodyMs: 10_000, totalMs: 30_000 };
const userAgent = 'Parley/0.1 (+self-hosted inbox)';

/**
 * What a marketplace app asks GHL for with its own credentials (CONTRACT 2.1). Nothing is repeated: a refresh token is
 * good for one use, and whoever calls must keep the new one before anything else. Throws a `GhlError`.
 */
export function createOAuthClient({
  baseUrl,
  clientId,
  clientSecret,
}: {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
}) {
  async function ask(
    operation: OperationName,
    wanted: { form?: Record<string, string>; query?: Query; accessToken?: string },
  ): Promise<unknown> {
    const call = callInfo(operation);
    const { method, version } = operations[operation];
    const answer = await exchange(call, {
      method,
      url: baseUrl.replace(/\/+$/, '') + operationPath(operation, {}) + queryText(wanted.query ?? {}),
      headers: {
        version,
        accept: 'application/json',
        'user-agent': userAgent,
        ...(wanted.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(wanted.accessToken ? { authorization: `Bearer ${wanted.accessToken}` } : {}),
      },
      body: wanted.form && new URLSearchParams(wanted.form).toString(),
      timeouts,
    });
    return readAnswer(call, answer);
  }

  async function token(form: Record<string, string>): Promise<OAuthTokens> {
    const operation = 'get-access-token';
    const credentials = { client_id: clientId, client_secret: clientSecret };
    return readTokens(operation, await ask(operation, { form: { ...credentials, ...form } }));
  }

  return {
    /** The tokens for the code that GHL sent the browser back with. */
    exchangeCode: ({
      code,
      userType,
      redirectUri,
    }: {
      code: string;
      userType: UserType;
      redirectUri: string;
    }) => token({ grant_type: 'authorization_code', code, user_type: userType, redirect_uri: redirectUri }),

    refresh: (refreshToken: string, userType: UserType) =>
      token({ grant_type: 'refresh_token', refresh_token: refreshToken, user_type: userType }),

    /** A token of one location from that of its agency. */
    async locationToken(wanted: {
      accessToken: string;
      companyId: string;
      locationId: string;
    }): Promise<OAuthTokens> {
      const operation = 'get-location-access-token';
      const companyId = checkedId(operation, 'companyId', wanted.companyId);
      const locationId = checkedId(operation, 'locationId', wanted.locationId);
      const { accessToken } = wanted;
      const tokens = readTokens(
        operation,
        await ask(operation, { form: { companyId, locationId }, accessToken }),
      );
      // A token of another location, kept under this one's name, would show one team the threads of another.
      if (tokens.locationId !== null && tokens.locationId !== locationId) {
        throw new GhlShapeError(callInfo(operation), { field: 'locationId' });
      }
      return { ...tokens, locationId, userType: 'Location' };
    },

    /** A page of the agency's locations that have the app. A row that names no location is left out. */
    async installedLocations(wanted: {
      accessToken: string;
      companyId: string;
      appId: string;
      skip?: number;
      limit?: number;
    }): Promise<{ locations: InstalledLocation[]; total: number | null }> {
      const operation = 'get-installed-location';
      const { accessToken, skip, limit } = wanted;
      const companyId = checkedId(operation, 'companyId', wanted.companyId);
      const appId = checkedId(operation, 'appId', wanted.appId);
      const query = { companyId, appId, skip, limit, isInstalled: 'true' };
      const { data } = installedSchema.safeParse(await ask(operation, { query, accessToken }));
      if (!data) throw new GhlShapeError(callInfo(operation), { field: 'locations' });
      return { locations: data.locations.flatMap((row) => readInstalled(row) ?? []), total: data.count };
    },
  };
}

const tokenWireSchema = z.object({
  access_token: wireText,
  refresh_token: wireText,
  expires_in: wireCount,
  scope: wireText,
  userType: wireText,
  companyId: wireId,
  locationId: wireId,
  userId: wireId,
  approvedLocations: wireTexts,
});

const installedSchema = z.object({ locations: z.array(z.unknown()), count: wireCount });
const installedWireSchema = z.object({ _id: wireId, id: wireId, name: wireText, isInstalled: wireFlag });

function readTokens(operation: OperationName, answer: unknown): OAuthTokens {
  const { data } = tokenWireSchema.safeParse(answer);
  const accessToken = headerSafe(data?.access_token);
  if (!data || !accessToken) throw new GhlShapeError(callInfo(operation), { field: 'access_token' });
  const { expires_in: expiresIn, userType } = data;
  return {
    accessToken,
    refreshToken: headerSafe(data.refresh_token),
    expiresInSeconds: expiresIn !== null && expiresIn > 0 ? expiresIn : defaultExpirySeconds,
    scopes: data.scope?.split(/\s+/).filter(Boolean) ?? [],
    userType: userType === 'Location' || userType === 'Company' ? userType : null,
    companyId: data.companyId,
    locationId: data.locationId,
    userId: data.userId,
    approvedLocationIds: data.approvedLocations,
  };
}

/** Whatever else it is, a token goes into a header. */
function headerSafe(text: string | null | undefined): string | null {
  return text && /^[\x21-\x7e]{1,8000}$/.test(text) ? text : null;
}

function readInstalled(value: unknown): InstalledLocation | null {
  const { data } = installedWireSchema.safeParse(value);
  const id = data?._id ?? data?.id;
  if (!data || !id) return null;
  // Asked for with `isInstalled=true`: a row that does not say is one.
  const isInstalled = isRecord(value) && 'isInstalled' in value ? data.isInstalled : true;
  return { id, name: data.name ?? id, isInstalled };
}

function queryText(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
