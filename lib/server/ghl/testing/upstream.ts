import 'server-only';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGhlClient, type GhlClient } from '@/lib/server/ghl/client';
import { createLimiter } from '@/lib/server/ghl/limiter';

export type Seen = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
};
type Handler = (seen: Seen, response: ServerResponse, request: IncomingMessage) => void;

export const locationId = 'LOCATION1';
export const token = 'pit-canary-0000';

/** A GHL of one test: real HTTP, answers by the test's own hand, every request kept. */
export async function startUpstream(handle: Handler) {
  const requests: Seen[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://upstream.test');
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const seen = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    requests.push(seen);
    handle(seen, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    requests,
    client: (options: Partial<Parameters<typeof createGhlClient>[0]> = {}) => testClient(url, options),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function testClient(
  baseUrl: string,
  options: Partial<Parameters<typeof createGhlClient>[0]> = {},
): GhlClient {
  return createGhlClient({ baseUrl, token, locationId, limiter: createLimiter(), ...options });
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
