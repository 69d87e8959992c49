import 'server-only';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleApi } from './api';
import { describeLocation } from './control-world';
import { handleControl, isControlPath } from './controls';
import { handleFile } from './file-answer';
import { sendJson } from './http-body';
import { handleOauth, isOauthPath } from './oauth-api';
import { handleOauthPage, isOauthPage } from './oauth-page';
import { handleSignedUpload } from './signed-upload-answer';
import { World } from './world';

export type SandboxOptions = {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  seed?: number;
  /** How many conversations and messages the first location holds in all; the demo ones are part of them. */
  conversations?: number;
  messages?: number;
  /** Contacts write and answer by themselves. */
  lifelike?: boolean;
  /** The clock, in ms; a test can hold it. */
  now?: () => number;
  /** Where signed events of every location are posted. */
  webhookUrl?: string;
};

export type RunningSandbox = {
  url: string;
  token: string;
  locationId: string;
  locations: { id: string; name: string; token: string }[];
  clientId: string;
  clientSecret: string;
  webhookPublicKey: string;
  close(): Promise<void>;
};

/** Starts a GoHighLevel of our own in this process, over real HTTP. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const host = options.host ?? '127.0.0.1';
  // Nothing can arrive before the world is there: no request is read until this turn of the loop is over.
  const holder: { world?: World } = {};
  const server = createServer((request, response) => {
    void answer(holder.world, request, response);
  });
  server.keepAliveTimeout = 60_000;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, () => resolve(portOf(server.address())));
  });
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
  const world = new World({
    baseUrl: url,
    seed: options.seed ?? 1,
    now: options.now ?? Date.now,
    conversations: options.conversations,
    messages: options.messages,
    lifelike: options.lifelike ?? false,
    webhookUrl: options.webhookUrl,
  });
  holder.world = world;

  const locations = world.locations().map(describeLocation);
  const first = world.locations()[0];
  if (!first) throw new Error('A sandbox has at least one location');
  return {
    url,
    token: first.token,
    locationId: first.id,
    locations,
    clientId: world.clientId,
    clientSecret: world.clientSecret,
    webhookPublicKey: world.webhookPublicKey,
    close: async () => {
      world.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Otherwise a waiting keep-alive connection or a delayed answer would hold the close back.
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  world: World | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!world) throw new Error('The sandbox is not ready');
    const url = new URL(`${world.baseUrl}${request.url ?? '/'}`);
    if (isControlPath(url.pathname)) await handleControl(world, url, request, response);
    else if (isOauthPage(url.pathname)) handleOauthPage(world, url, request, response);
    else if (isOauthPath(url.pathname)) await handleOauth(world, url, request, response);
    else if (url.pathname.startsWith('/files/')) handleFile(world, url, request, response);
    else if (url.pathname.startsWith('/signed-uploads/'))
      await handleSignedUpload(world, url, request, response);
    else await handleApi(world, url, request, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else
      sendJson(response, 500, { statusCode: 500, message: 'Internal server error', detail: String(error) });
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sandbox did not get a TCP port');
  return address.port;
}
