import { describe, expect, it, vi } from 'vitest';
import { httpError } from './error-body';
import { GhlError, GhlHttpError, GhlNetworkError, messageForPeople } from './errors';
import { rateHeaders, retryAfterMs } from './rate-headers';

const call = { operation: 'get-contact', method: 'GET', path: '/contacts/{contactId}' };
const refusal = (status: number, body: unknown) => httpError(call, { status, body, retryAfterMs: null });

describe('a refusal', () => {
  it('is read from both families of bodies', () => {
    const nest = { statusCode: 422, message: ['attachments must be an array', 'no'], traceId: 't1' };
    expect(refusal(422, nest)).toMatchObject({
      status: 422,
      bodyStatus: 422,
      ghlMessage: 'attachments must be an array; no',
      traceId: 't1',
    });
    const own = { status: 400, message: 'No', name: 'HttpException', traceId: 't2' };
    expect(refusal(400, own)).toMatchObject({ status: 400, bodyStatus: 400, ghlMessage: 'No' });
  });

  it('goes by the status of HTTP when the body claims another', () => {
    const error = refusal(400, {
      statusCode: 401,
      message: 'Not authorized to update permanent dnd setting',
    });
    expect(error).toMatchObject({ status: 400, bodyStatus: 401, kind: 'other' });
  });

  it.each([
    [401, 'The token is not authorized for this scope.', 'scope'],
    [401, 'This authClass type is not allowed to access this scope. Please check', 'scope'],
    [401, 'version header was not found.', 'version'],
    [401, 'version header is invalid', 'version'],
    [403, 'The token does not have access to this location.', 'location'],
    [401, 'Invalid JWT', 'token'],
    [401, 'Invalid Private Integration token', 'token'],
    [401, 'Invalid token: access token is invalid', 'token'],
    [401, 'Auth channel OAUTH is not supported', 'other'],
    [403, 'Forbidden resource', 'other'],
    [404, 'Cannot GET /v3/scopes', 'other'],
  ])('%i "%s" is about: %s', (status, message, kind) => {
    expect(refusal(status, { statusCode: status, message }).kind).toBe(kind);
  });

  it.each([undefined, null, '', 7, [], { message: null }, { message: { a: 1 } }, { message: [1, null] }])(
    'has no message when the body is %j',
    (body) => {
      expect(refusal(500, body)).toMatchObject({ status: 500, ghlMessage: null, traceId: null });
    },
  );
});

describe('the message for people', () => {
  it('keeps plain words', () => {
    const message = 'Cannot send message as DND is active for SMS.';
    expect(messageForPeople(message)).toBe(message);
  });

  it('has no addresses and nothing invisible', () => {
    expect(
      messageForPeople('No mail to "dana.lee+x@example.co.uk", see https://evil.test/a?b=c or www.x.y'),
    ).toBe('No mail to "…", see … or …');
    expect(messageForPeople('a\r\nb\u0000c\u202Ed\u200Be')).toBe('a b c d e');
  });

  it('is short, and comes to an end on something made to be slow', { timeout: 60_000 }, () => {
    expect(messageForPeople('word '.repeat(1_000))).toHaveLength(300);
    for (const part of ['@', 'a@', 'a'.repeat(50), 'http://', 'a.', '\u202E']) {
      expect(messageForPeople(part.repeat(100_000)).length).toBeLessThanOrEqual(300);
    }
  });
});

describe('the wait after a 429', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  it.each([
    [{}, 10_000],
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '3', 'x-ratelimit-interval-milliseconds': '10000' }, 10_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 12:00:20 GMT' }, 20_000],
    [{ 'retry-after': 'Thu, 19 Nov 2026 12:00:20 GMT' }, 10_000],
    [{ 'retry-after': '-1' }, 10_000],
    [{ 'retry-after': 'soon' }, 10_000],
    [{ 'retry-after': '99999999' }, 60_000],
    [{ 'x-ratelimit-interval-milliseconds': '-5' }, 10_000],
    [{ 'x-ratelimit-interval-milliseconds': '99999999' }, 60_000],
  ])('%j is %i ms', (headers, waitMs) => {
    expect(retryAfterMs(429, headers, now)).toBe(waitMs);
  });

  it('is only what a 503 asks for', () => {
    expect(retryAfterMs(503, { 'retry-after': '2' }, now)).toBe(2_000);
    expect(retryAfterMs(503, {}, now)).toBeNull();
  });

  it('is not told by headers that make no sense', () => {
    expect(rateHeaders({ 'x-ratelimit-max': 'lots', 'x-ratelimit-remaining': '-3' })).toEqual({
      max: null,
      remaining: null,
      intervalMs: null,
      dailyRemaining: null,
      dailyResetMs: null,
    });
  });
});

describe('an error of another bundle', () => {
  it('is recognised by its kind, as itself and as a GhlError, and as nothing else', async () => {
    vi.resetModules();
    const other = await import('./errors');
    expect(other.GhlHttpError).not.toBe(GhlHttpError);
    const error = new other.GhlNetworkError(call, { wasWritten: true, cause: null });
    expect(error).toBeInstanceOf(GhlNetworkError);
    expect(error).toBeInstanceOf(GhlError);
    expect(error instanceof GhlHttpError).toBe(false);
    expect(new Error('plain') instanceof GhlError).toBe(false);
  });
});
