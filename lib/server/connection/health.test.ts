import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GhlHttpError, GhlNetworkError, type RefusalKind } from '@/lib/server/ghl/errors';
import { callInfo, type OperationName } from '@/lib/server/ghl/operations';
import { forget } from '@/lib/server/remember';
import { brokenSince, noted } from './health';

const here = 'loc1';

beforeEach(() => {
  forget('broken-connections');
  vi.useRealTimers();
});

function refusal(operation: OperationName, status: number, kind: RefusalKind): GhlHttpError {
  const detail = { status, kind, bodyStatus: null, ghlMessage: null, traceId: null, retryAfterMs: null };
  return new GhlHttpError(callInfo(operation), detail);
}

/** One call that ends so. */
async function ends(operation: OperationName, error: Error | null): Promise<void> {
  const call = noted(here, operation, () => (error ? Promise.reject(error) : Promise.resolve('answer')));
  if (error) await expect(call).rejects.toBe(error);
  else expect(await call).toBe('answer');
}

const tokenGone = refusal('search-conversation', 401, 'token');

describe('whether the connection stands', () => {
  it('is learned from a refusal of the token, and from the next answer', async () => {
    await ends('search-conversation', tokenGone);
    expect(brokenSince(here)).toEqual(expect.any(Number));
    expect(brokenSince('loc2')).toBeNull();
    await ends('get-location', null);
    expect(brokenSince(here)).toBeNull();
  });

  it('keeps the time of the first refusal', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    await ends('search-conversation', tokenGone);
    vi.setSystemTime(2_000_000);
    await ends('search-conversation', tokenGone);
    expect(brokenSince(here)).toBe(1_000_000);
  });

  it.each([
    ['a missing scope', 'search-conversation', 401, 'scope'],
    ['a thing that is not there', 'get-conversation', 404, 'other'],
    ['one conversation of another location', 'get-conversation', 403, 'location'],
    ['a contact of another location, named in a body', 'create-conversation', 403, 'location'],
    ['an upload to a conversation of another location', 'upload-file-attachments', 403, 'location'],
    ['preferences, which need an admin', 'get-all-custom-subtypes', 401, 'token'],
    ['a bad day of GHL', 'search-conversation', 503, 'other'],
    ['too many calls', 'search-conversation', 429, 'other'],
  ] as const)('is not doubted for %s', async (_what, operation, status, kind) => {
    await ends(operation, refusal(operation, status, kind));
    expect(brokenSince(here)).toBeNull();
  });

  it('is broken by a token that belongs to another location', async () => {
    await ends('search-conversation', refusal('search-conversation', 403, 'location'));
    expect(brokenSince(here)).not.toBeNull();
  });

  it('is proven by a refusal that only a valid token gets, and by nothing less', async () => {
    await ends('search-conversation', tokenGone);
    await ends('search-conversation', refusal('search-conversation', 503, 'other'));
    await ends(
      'search-conversation',
      new GhlNetworkError(callInfo('search-conversation'), { wasWritten: false, cause: null }),
    );
    expect(brokenSince(here)).not.toBeNull();
    await ends('search-conversation', refusal('search-conversation', 401, 'scope'));
    expect(brokenSince(here)).toBeNull();
  });

  it('is not proven by an answer to what was asked before the break', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    let answer = (_: string) => {};
    const early = noted(here, 'get-location', () => new Promise<string>((resolve) => (answer = resolve)));
    vi.setSystemTime(1_000_500);
    await ends('search-conversation', tokenGone);
    answer('late');
    await early;
    expect(brokenSince(here)).toBe(1_000_500);
  });
});
