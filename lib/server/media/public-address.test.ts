import { describe, expect, it } from 'vitest';
import { ForbiddenAddressError, publicAddresses } from './public-address';

const nobody = () => Promise.reject(new Error('nobody was to be asked'));
const answering =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe('the addresses of a host', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])(
    'may be %s',
    async (address) => {
      const found = [{ address, family: address.includes(':') ? 6 : 4 }];
      expect(await publicAddresses('images.example', answering(address))).toEqual(found);
      expect(await publicAddresses(address.includes(':') ? `[${address}]` : address, nobody)).toEqual(found);
    },
  );

  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%lo',
    'fec0::1',
    'ff02::1',
    'not-an-address',
    '',
  ])('may not be %s, by name or by itself', async (address) => {
    await expect(publicAddresses('images.example', answering(address))).rejects.toThrow(
      ForbiddenAddressError,
    );
    const literal = new URL(
      `http://${address.includes(':') ? `[${address.split('%')[0]}]` : address || '0'}/`,
    );
    await expect(publicAddresses(literal.hostname, answering(address))).rejects.toThrow(
      ForbiddenAddressError,
    );
  });

  it('are refused as a whole when one of them is not public, or when there are none', async () => {
    for (const resolve of [
      answering('93.184.216.34', '10.0.0.1'),
      answering('93.184.216.34', '::1'),
      answering(),
    ])
      await expect(publicAddresses('images.example', resolve)).rejects.toThrow(ForbiddenAddressError);
  });

  it.each(['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '①②⑦.0.0.1'])(
    'are seen through when a host is written %s',
    async (host) => {
      await expect(publicAddresses(new URL(`http://${host}/`).hostname, nobody)).rejects.toThrow(
        ForbiddenAddressError,
      );
    },
  );

  it('of localhost are those of this computer', async () => {
    await expect(publicAddresses('localhost')).rejects.toThrow(ForbiddenAddressError);
  });
});
