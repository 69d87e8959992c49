import { expect, test } from 'vitest';
import { localUrl, parseAddress } from './address.mjs';

test('listens on loopback, port 3000, unless told otherwise', () => {
  expect(parseAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
  expect(parseAddress({ PORT: '', HOST: '' })).toEqual({ host: '127.0.0.1', port: 3000 });
  expect(parseAddress({ PORT: '8080', HOST: '0.0.0.0' })).toEqual({ host: '0.0.0.0', port: 8080 });
});

test.each(['0', '65536', '3000.5', '1e3', 'http', '-1'])('refuses the port %s and names PORT', (port) => {
  expect(() => parseAddress({ PORT: port })).toThrow(/PORT/);
});

test('names an address that a browser on this machine can open', () => {
  expect(localUrl({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
  expect(localUrl({ host: '::1', port: 3000 })).toBe('http://[::1]:3000');
});
