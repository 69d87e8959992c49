import 'server-only';
import { HighLevel } from '@gohighlevel/api-client';
import { z } from 'zod';
import { createGhlClient, type GhlClient } from '@/lib/server/ghl/client';
import { createLimiter } from '@/lib/server/ghl/limiter';
import { startSandbox } from '@/lib/server/sandbox/start';
import { Ledger, type Speaker } from './ledger';
import { startRelay } from './relay';
import { sdkFaults } from './sdk-faults';
import { waivers } from './waivers';

export type Place = { id: string; token: string };
type Reply = { status: number; body: unknown };

/** A sandbox with a relay before it for each speaker. What they say and hear is entered in one ledger. */
export type Stage = {
  ledger: Ledger;
  clientId: string;
  clientSecret: string;
  control(path: string, body: unknown): Promise<unknown>;
  /** What a control shows. */
  look(path: string): Promise<unknown>;
  /** A location of one test alone, without a limit of calls. */
  location(wanted?: Record<string, unknown>): Promise<Place>;
  client(place: Place): GhlClient;
  /** Where our client finds GHL. */
  clientUrl: string;
  sdk(place: Place, options?: SdkOptions): HighLevel;
  /** The SDK of a marketplace app, which has no token yet. */
  sdkApp(options?: SdkOptions): HighLevel;
  /** A request by hand; what is wrong with it is the sandbox's to say. */
  ask(place: Place, method: string, path: string, body?: unknown, version?: string): Promise<Reply>;
  close(): Promise<void>;
};

type SdkConfig = ConstructorParameters<typeof HighLevel>[0];
type SdkOptions = Pick<SdkConfig, 'apiVersion' | 'rateLimitRetry'>;

const placeSchema = z.object({ id: z.string(), token: z.string() });
/** What the official documents ask for: one value for conversations, another for the rest (CONTRACT 1.14). */
export const conversationsVersion = '2021-04-15';
export const neighboursVersion = '2021-07-28';

export async function openStage(): Promise<Stage> {
  const sandbox = await startSandbox({ port: 0 });
  const ledger = new Ledger({ common: waivers, ofSdk: sdkFaults });
  const relayFor = (speaker: Speaker) =>
    startRelay(sandbox.url, (exchange) => ledger.enter(speaker, exchange));
  const [client, sdk, hand] = await Promise.all([relayFor('client'), relayFor('sdk'), relayFor('hand')]);

  const control = (path: string, body: unknown) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function ask(path: string, init?: RequestInit): Promise<unknown> {
    const answer = await fetch(`${sandbox.url}/__sandbox/${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The control ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }

  function sdkFor(config: SdkConfig): HighLevel {
    const ghl = new HighLevel({ ...config, logLevel: 'none' });
    ghl.getHttpClient().defaults.baseURL = sdk.url;
    return ghl;
  }

  return {
    ledger,
    clientId: sandbox.clientId,
    clientSecret: sandbox.clientSecret,
    control,
    look: (path) => ask(path),
    async location(wanted = { preset: 'demo' }) {
      const place = placeSchema.parse(await control('locations', wanted));
      await control(`locations/${place.id}/rate-limit`, { enabled: false });
      return place;
    },
    client: ({ id, token }) =>
      createGhlClient({ baseUrl: client.url, token, locationId: id, limiter: createLimiter() }),
    clientUrl: client.url,
    sdk: ({ token }, options) => sdkFor({ privateIntegrationToken: token, ...options }),
    sdkApp: (options) =>
      sdkFor({ clientId: sandbox.clientId, clientSecret: sandbox.clientSecret, ...options }),
    async ask({ token }, method, path, body, version) {
      const answer = await fetch(`${hand.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          version: version ?? (path.startsWith('/conversations') ? conversationsVersion : neighboursVersion),
          'user-agent': 'parley-test/1.0',
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json');
      return { status: answer.status, body: isJson ? JSON.parse(text) : text };
    },
    async close() {
      await Promise.all([client.close(), sdk.close(), hand.close()]);
      await sandbox.close();
    },
  };
}
