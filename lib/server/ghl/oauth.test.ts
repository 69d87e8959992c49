import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GhlHttpError, GhlIdError, GhlNetworkError, GhlShapeError } from './errors';
import { createOAuthClient } from './oauth';
import { installedLocations, tokens } from './testing/recorded-neighbours';
import { json, startUpstream } from './testing/upstream';

let reply: { body?: unknown; status?: number; isCut?: boolean } = {};
let upstream: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  upstream = await startUpstream((_seen, response) => {
    if (reply.isCut) response.destroy();
    else json(response, reply.body, reply.status);
  });
});
afterAll(() => upstream.close());
beforeEach(() => {
  upstream.requests.length = 0;
});

const clientSecret = 'canary-secret-0000';
const oauth = () => createOAuthClient({ baseUrl: upstream.url, clientId: 'app-1', clientSecret });
const form = () => Object.fromEntries(new URLSearchParams(upstream.requests.at(-1)?.body));
const company = { accessToken: 'agency-token', companyId: 'COMPANY1' };

describe('the credentials of an app', () => {
  it('turn a code, and later a refresh token, into tokens', async () => {
    reply = { body: tokens };
    const redirectUri = 'https://inbox.example/oauth/callback';
    const given = await oauth().exchangeCode({ code: 'c0de', userType: 'Location', redirectUri });
    expect(given).toEqual({
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      expiresInSeconds: 86399,
      scopes: ['conversations/message.readonly', 'conversations/message.write'],
      userType: 'Location',
      companyId: 'COMPANY1',
      locationId: 'LOCATION1',
      userId: 'USER0000000000000001',
      approvedLocationIds: ['LOCATION1'],
    });
    const credentials = { client_id: 'app-1', client_secret: clientSecret, user_type: 'Location' };
    expect(form()).toEqual({
      ...credentials,
      grant_type: 'authorization_code',
      code: 'c0de',
      redirect_uri: redirectUri,
    });
    await oauth().refresh('r3fresh', 'Location');
    expect(form()).toEqual({ ...credentials, grant_type: 'refresh_token', refresh_token: 'r3fresh' });
    expect(upstream.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('get a token of one location, and no other for it', async () => {
    const { refresh_token: _, userType: __, ...ofLocation } = tokens;
    reply = { body: ofLocation };
    const wanted = { ...company, locationId: 'LOCATION1' };
    expect(await oauth().locationToken(wanted)).toMatchObject({
      locationId: 'LOCATION1',
      userType: 'Location',
      refreshToken: null,
    });
    expect(form()).toEqual({ companyId: 'COMPANY1', locationId: 'LOCATION1' });
    expect(upstream.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer agency-token',
      version: '2021-07-28',
    });
    const another = oauth().locationToken({ ...company, locationId: 'LOCATION2' });
    await expect(another).rejects.toBeInstanceOf(GhlShapeError);
    await expect(oauth().locationToken({ ...company, locationId: '..' })).rejects.toBeInstanceOf(GhlIdError);
    expect(upstream.requests).toHaveLength(2);
  });

  it('list where the app is installed', async () => {
    reply = { body: { ...installedLocations, locations: [...installedLocations.locations, null, {}] } };
    expect(await oauth().installedLocations({ ...company, appId: 'app-1', skip: 20 })).toEqual({
      locations: [{ id: 'LOCATION1', name: 'Harbor', isInstalled: true }],
      total: 1,
    });
    expect(Object.fromEntries(upstream.requests[0]?.query ?? [])).toEqual({
      companyId: 'COMPANY1',
      appId: 'app-1',
      skip: '20',
      isInstalled: 'true',
    });
  });

  it('are used once, and never appear in what goes wrong', async () => {
    const failures = [
      [{ status: 500, body: {} }, GhlHttpError],
      [{ status: 400, body: { error: 'invalid_grant', error_description: 'used' } }, GhlHttpError],
      [{ isCut: true }, GhlNetworkError],
      [{ body: { access_token: 'two\r\nlines' } }, GhlShapeError],
      [{ body: {} }, GhlShapeError],
    ] as const;
    for (const [failure, kind] of failures) {
      upstream.requests.length = 0;
      reply = failure;
      const error = await oauth()
        .refresh('r3fresh', 'Location')
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(kind);
      expect(inspect(error, { depth: 5 })).not.toMatch(/canary-secret|r3fresh/);
      expect(upstream.requests).toHaveLength(1);
    }
  });
});
