import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';

/** A code must be used at once; how long GHL keeps one is not documented (GUESS). */
const codeLifeMs = 10 * 60_000;
const accessLifeMs = 24 * 3_600_000;
const refreshLifeMs = 365 * 24 * 3_600_000;

export type Grant = {
  userType: 'Location' | 'Company';
  companyId: string;
  /** null in an agency's grant. */
  locationId: string | null;
  userId: string;
  scopes: readonly string[];
};

type AccessToken = { grant: Grant; expiresAt: number; isRevoked: boolean };
type RefreshToken = { grant: Grant; expiresAt: number };

export type Issued = { accessToken: string; refreshToken: string; refreshTokenId: string };

/** Codes and tokens of the one marketplace app. They live as long as the sandbox, whatever is reset. */
export class OauthStore {
  readonly #now: () => number;
  readonly #clientId: string;
  readonly #codes = new Map<string, { grant: Grant; expiresAt: number }>();
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  /** When the app came to a location, by its id. */
  readonly #installs = new Map<string, number>();

  constructor(clientId: string, now: () => number) {
    this.#clientId = clientId;
    this.#now = now;
  }

  addCode(grant: Grant): string {
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, { grant, expiresAt: this.#now() + codeLifeMs });
    return code;
  }

  peekCode(code: string): Grant | undefined {
    const entry = this.#codes.get(code);
    return entry && entry.expiresAt > this.#now() ? entry.grant : undefined;
  }

  removeCode(code: string): void {
    this.#codes.delete(code);
  }

  peekRefreshToken(token: string): Grant | undefined {
    const entry = this.#refresh.get(token);
    return entry && entry.expiresAt > this.#now() ? entry.grant : undefined;
  }

  /** Used once, it is gone (CONTRACT 2.1). */
  removeRefreshToken(token: string): void {
    this.#refresh.delete(token);
  }

  issue(grant: Grant): Issued {
    const accessToken = this.issueAccess(grant);
    const refreshToken = this.#jwt(grant, refreshLifeMs);
    this.#refresh.set(refreshToken, { grant, expiresAt: this.#now() + refreshLifeMs });
    return { accessToken, refreshToken, refreshTokenId: randomBytes(12).toString('hex') };
  }

  issueAccess(grant: Grant): string {
    const token = this.#jwt(grant, accessLifeMs);
    this.#access.set(token, { grant, expiresAt: this.#now() + accessLifeMs, isRevoked: false });
    return token;
  }

  find(accessToken: string): (AccessToken & { isExpired: boolean }) | undefined {
    const entry = this.#access.get(accessToken);
    return entry && { ...entry, isExpired: entry.expiresAt <= this.#now() };
  }

  install(locationId: string): boolean {
    if (this.#installs.has(locationId)) return false;
    this.#installs.set(locationId, this.#now());
    return true;
  }

  installedAt(locationId: string): number | undefined {
    return this.#installs.get(locationId);
  }

  /** Takes the app from a location and every token of it away; false when it was not there. */
  uninstall(locationId: string): boolean {
    this.revoke((grant) => grant.locationId === locationId);
    return this.#installs.delete(locationId);
  }

  revoke(isMeant: (grant: Grant) => boolean): void {
    for (const entry of this.#access.values()) if (isMeant(entry.grant)) entry.isRevoked = true;
    for (const [token, { grant }] of this.#refresh) if (isMeant(grant)) this.#refresh.delete(token);
  }

  /** As if a day had passed for every access token; refresh tokens stay good. */
  expireAccess(isMeant: (grant: Grant) => boolean): number {
    const meant = [...this.#access.values()].filter((entry) => isMeant(entry.grant));
    for (const entry of meant) entry.expiresAt = this.#now();
    return meant.length;
  }

  /** Looks like GHL's: a JWT whose parts can be read. The signature is noise: only this store knows a good one. */
  #jwt(grant: Grant, lifeMs: number): string {
    const issuedAt = Math.floor(this.#now() / 1000);
    const payload = {
      authClass: grant.userType,
      authClassId: grant.locationId ?? grant.companyId,
      source: 'INTEGRATION',
      sourceId: this.#clientId,
      channel: 'OAUTH',
      primaryAuthClassId: grant.locationId ?? grant.companyId,
      oauthMeta: { scopes: grant.scopes, client: this.#clientId.split('-')[0] },
      iat: issuedAt,
      exp: issuedAt + lifeMs / 1000,
      jti: randomUUID(),
    };
    const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    const noise = randomBytes(64).toString('base64url');
    return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(payload)}.${noise}`;
  }
}
