import { describe, expect, it } from 'vitest';
import { senderAddress } from './sender-address';

describe('the address of a sender', () => {
  it.each([
    ['Dana <Dana@X.example>', 'dana@x.example'],
    ['"a@b.example" <dana@x.example> ', 'dana@x.example'],
    ['dana@x.example', 'dana@x.example'],
    ['a@b.example <dana@x.example', null],
    ['Dana <a@b.example>, Eve <eve@x.example>', null],
    ['a@b.example, Eve <eve@x.example>', null],
    ['"Eve, <e@x.example>" <dana@x.example>', 'dana@x.example'],
    ['"Dana, Inc. \\" <a@b.example>" <dana@x.example>', 'dana@x.example'],
    // The Kelvin sign: another address, that lower case would make the same.
    ['boo\u212as@x.example', 'boo\u212as@x.example'],
    ['Dana <not an address>', null],
    ['Dana', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (from, address) => {
    expect(senderAddress(from)).toBe(address);
  });
});
