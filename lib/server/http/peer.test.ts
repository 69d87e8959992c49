import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peerFrom, peerOf, senderOf, watchPeers } from './peer';

const server = createServer((request, response) => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  response.end(peerOf(new Request('http://app.invalid', { headers })));
});

beforeAll(async () => {
  watchPeers();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));

/** What the server takes the computer of this request for. */
function peerSeen(localAddress: string, headers: Record<string, string>): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: '127.0.0.1', port, localAddress, headers, agent: false },
      async (answer) => {
        let text = '';
        for await (const chunk of answer) text += chunk;
        resolve(text);
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}

describe('behind proxies of one’s own', () => {
  it.each([
    [0, '192.0.2.1', '10.0.0.1'],
    [1, 'made-up, 192.0.2.1', '192.0.2.1'],
    [2, 'made-up, 192.0.2.1, 10.0.0.2', '192.0.2.1'],
    [1, undefined, '10.0.0.1'],
    [3, '192.0.2.1', '192.0.2.1'],
    [1, ['made-up', '192.0.2.1'], '192.0.2.1'],
  ])('%i of them: %s is %s', (proxies, forwarded, sender) => {
    expect(senderOf('10.0.0.1', forwarded, proxies)).toBe(sender);
  });
});

describe('the computer a request comes from', () => {
  it('is that of the socket, whatever the headers say', async () => {
    const forged = { 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.2', forwarded: 'for=192.0.2.3' };
    expect(await peerSeen('127.0.0.1', forged)).toBe('127.0.0.1');
    expect(await peerSeen('127.0.0.9', forged)).toBe('127.0.0.9');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
  ])('with the address %s counts as %s', (address, peer) => {
    expect(peerFrom(address)).toBe(peer);
  });

  it('is nobody’s where the socket was not seen', () => {
    expect(peerOf(new Request('http://app.invalid', { headers: { 'x-forwarded-for': '192.0.2.1' } }))).toBe(
      'unknown',
    );
  });
});
