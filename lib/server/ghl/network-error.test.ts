import { errors } from 'undici';
import { describe, expect, it } from 'vitest';
import { networkError } from './network-error';

const call = { operation: 'send-a-new-message', method: 'POST', path: '/conversations/messages' };
const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
const refused = coded('ECONNREFUSED', { syscall: 'connect' });

describe('a broken call has surely not left', () => {
  it.each([
    ['refused', refused],
    ['unknown host', coded('ENOTFOUND', { syscall: 'getaddrinfo' })],
    ['no route', coded('EHOSTUNREACH', { syscall: 'connect' })],
    ['connect timeout', new errors.ConnectTimeoutError()],
    ['several addresses refused', new AggregateError([refused, refused])],
    ['expired certificate', coded('CERT_HAS_EXPIRED')],
    ['other name in the certificate', coded('ERR_TLS_CERT_ALTNAME_INVALID')],
  ])('%s', (_name, cause) => {
    expect(networkError(call, cause)).toMatchObject({ name: 'GhlNetworkError', wasWritten: false, cause });
  });
});

describe('a broken call may have left', () => {
  it.each([
    ['reset', coded('ECONNRESET', { syscall: 'read' })],
    ['broken pipe', coded('EPIPE', { syscall: 'write' })],
    ['closed by the other side', new errors.SocketError('other side closed')],
    ['a TLS error at any time', coded('EPROTO', { syscall: 'write' })],
    ['one of several addresses was reached', new AggregateError([refused, coded('ECONNRESET')])],
    ['anything unknown', new Error('?')],
    ['no error at all', undefined],
  ])('%s', (_name, cause) => {
    expect(networkError(call, cause)).toMatchObject({ wasWritten: true });
  });

  it('when the answer is late', () => {
    for (const cause of [new errors.HeadersTimeoutError(), new errors.BodyTimeoutError()]) {
      expect(networkError(call, cause)).toMatchObject({ name: 'GhlTimeoutError', wasWritten: true });
    }
  });
});
