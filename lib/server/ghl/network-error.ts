import 'server-only';
import { errors } from 'undici';
import { type CallInfo, type GhlError, GhlNetworkError, GhlTimeoutError } from './errors';
import { isRecord } from './wire';

/**
 * What undici threw, as one of ours. `wasWritten` decides whether a send is repeated or shown as unclear, so it is
 * false only for what is known to happen before the first byte of a request.
 */
export function networkError(call: CallInfo, cause: unknown): GhlError {
  if (cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError) {
    return new GhlTimeoutError(call, { wasWritten: true, cause });
  }
  return new GhlNetworkError(call, { wasWritten: !isBeforeFirstByte(cause), cause });
}

function isBeforeFirstByte(cause: unknown): boolean {
  if (cause instanceof errors.ConnectTimeoutError) return true;
  // Several addresses were tried, and none could be reached.
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return cause.errors.every(isBeforeFirstByte);
  if (!isRecord(cause)) return false;
  if (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo') return true;
  return typeof cause.code === 'string' && codesBeforeFirstByte.has(cause.code);
}

/** Refused by undici itself, looking up, connecting, judging the certificate; a broken TLS connection alone is not on the list. */
const codesBeforeFirstByte = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);
