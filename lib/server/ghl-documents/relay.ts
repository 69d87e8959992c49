import 'server-only';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request and its answer, as they went over the line. */
export type Exchange = {
  method: string;
  path: string;
  query: URLSearchParams;
  requestHeaders: IncomingHttpHeaders;
  requestBody: Buffer;
  status: number;
  answerHeaders: IncomingHttpHeaders;
  answerBody: Buffer;
};

export type Relay = { url: string; close(): Promise<void> };

/** Stands between a client and a GHL, passes all on as it is, and tells of every exchange that was completed. */
export async function startRelay(upstream: string, onExchange: (exchange: Exchange) => void): Promise<Relay> {
  const server = createServer(async (incoming, response) => {
    try {
      const requestBody = await bytesOf(incoming);
      const answer = await passOn(upstream, incoming, requestBody);
      const answerBody = await bytesOf(answer);
      const url = new URL(incoming.url ?? '/', upstream);
      onExchange({
        method: incoming.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        requestHeaders: incoming.headers,
        requestBody,
        status: answer.statusCode ?? 0,
        answerHeaders: answer.headers,
        answerBody,
      });
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.end(answerBody);
    } catch {
      // A connection that broke upstream breaks here too.
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(upstream: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { host: _host, 'transfer-encoding': _encoding, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(incoming.url ?? '/', upstream),
      { method: incoming.method, headers: { ...headers, 'content-length': body.byteLength } },
      resolve,
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
