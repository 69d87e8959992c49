import 'server-only';
import { GHLAuthenticationError, UserType } from '@gohighlevel/api-client';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createOAuthClient } from '@/lib/server/ghl/oauth';
import { conversationsVersion, neighboursVersion, type Stage } from './stage';

const codeSchema = z.object({ code: z.string() });
const infoSchema = z.object({ companyId: z.string(), appId: z.string() });
const redirectUri = 'https://inbox.example/return';

/** The tokens of a marketplace app: by the SDK, which keeps and renews them itself, and by our client. */
export function appTokens(stage: Stage): void {
  const { clientId, clientSecret } = stage;
  const info = async () => infoSchema.parse(await stage.look('info'));

  /** What the browser brings back from GHL's page of consent. */
  async function consent(locationId?: string): Promise<string> {
    return codeSchema.parse(await stage.control('oauth/code', locationId ? { locationId } : {})).code;
  }

  async function sdkTokens(userType: UserType, locationId?: string, apiVersion = neighboursVersion) {
    const ghl = stage.sdkApp({ apiVersion });
    const tokens = await ghl.oauth.getAccessToken({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'authorization_code',
      code: await consent(locationId),
      user_type: userType,
      redirect_uri: redirectUri,
    });
    const resource = (userType === UserType.Company ? tokens.companyId : tokens.locationId) ?? '';
    await ghl.getSessionStorage().setSession(resource, tokens);
    return { ghl, tokens };
  }

  describe('the official SDK, as an app', () => {
    it('finds the locations of an agency and takes a token for one', async () => {
      const { companyId, appId } = await info();
      const { ghl } = await sdkTokens(UserType.Company);
      const { locations } = await ghl.oauth.getInstalledLocation({ companyId, appId, isInstalled: true });
      const locationId = locations?.[0]?._id ?? '';
      const token = await ghl.oauth.getLocationAccessToken({ companyId, locationId });
      expect(token).toMatchObject({ locationId, access_token: expect.any(String) });
    });

    it('renews a token that ended, once, and goes on', async () => {
      const { id: locationId } = await stage.location();
      const { ghl, tokens } = await sdkTokens(UserType.Location, locationId, conversationsVersion);
      const search = () => ghl.conversations.searchConversation({ locationId });
      const before = await search();
      await stage.control('oauth/expire', { locationId });
      const after = await Promise.all([search(), search()]);
      expect(after.map(({ total }) => total)).toEqual([before.total, before.total]);
      const renewed = await ghl.getSessionStorage().getAccessToken(locationId);
      expect(renewed).not.toBe(tokens.access_token);
    });

    it('sends no token where a document names no scope', async () => {
      const { id: locationId } = await stage.location();
      const { ghl } = await sdkTokens(UserType.Location, locationId, conversationsVersion);
      const params = { locationId, contactId: 'nobody00000000000000' };
      for (const call of [
        () => ghl.conversations.getAllCustomSubtypes(params),
        () => ghl.conversations.getContactUnsubscriptionStatus(params),
        () => ghl.conversations.getEmailById({ id: params.contactId }),
        () => ghl.conversations.cancelScheduledEmailMessage({ emailMessageId: params.contactId }),
      ]) {
        const refused = await call().catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(GHLAuthenticationError);
        expect(refused).toMatchObject({ message: 'Invalid JWT' });
      }
    });

    it('is refused a code and a refresh token that were used', async () => {
      const { id: locationId } = await stage.location();
      const { ghl, tokens } = await sdkTokens(UserType.Location, locationId);
      const refresh = () =>
        ghl.oauth.refreshToken(
          tokens.refresh_token ?? '',
          clientId,
          clientSecret,
          'refresh_token',
          UserType.Location,
        );
      expect(await refresh()).toMatchObject({ locationId });
      await expect(refresh()).rejects.toMatchObject({ statusCode: 400 });
    });
  });

  describe('our client, as an app', () => {
    it('exchanges, renews, and takes the tokens of locations', async () => {
      const { companyId, appId } = await info();
      const { id: locationId } = await stage.location();
      const oauth = createOAuthClient({ baseUrl: stage.clientUrl, clientId, clientSecret });
      const code = await consent(locationId);
      const own = await oauth.exchangeCode({ code, userType: 'Location', redirectUri });
      expect(own.locationId).toBe(locationId);
      expect((await oauth.refresh(own.refreshToken ?? '', 'Location')).accessToken).not.toBe(own.accessToken);
      const agency = await oauth.exchangeCode({ code: await consent(), userType: 'Company', redirectUri });
      const { accessToken } = agency;
      const page = { accessToken, companyId, appId, skip: 0, limit: 100 };
      const { locations } = await oauth.installedLocations(page);
      expect(locations.map(({ id }) => id)).toContain(locationId);
      const token = await oauth.locationToken({ accessToken, companyId, locationId });
      expect(token).toMatchObject({ locationId, userType: 'Location' });
    });

    it('is refused with a code of nobody, and as an app that does not exist', async () => {
      const app = { baseUrl: stage.clientUrl, clientId, clientSecret };
      const code = await consent();
      for (const [wanted, by] of [
        ['nobody', app],
        [code, { ...app, clientSecret: 'wrong' }],
      ] as const) {
        const exchange = { code: wanted, userType: 'Company', redirectUri } as const;
        await expect(createOAuthClient(by).exchangeCode(exchange)).rejects.toMatchObject({ status: 401 });
      }
    });
  });
}
