import { describe, expect, it } from 'vitest';
import {
  GhlBudgetError,
  GhlHttpError,
  GhlIdError,
  GhlNetworkError,
  GhlShapeError,
  GhlTimeoutError,
} from '@/lib/server/ghl/errors';
import { mayHaveLeft } from './outcome';

const call = { operation: 'send-a-new-message', method: 'POST', path: '/conversations/messages' };
const http = (status: number) =>
  new GhlHttpError(call, {
    status,
    kind: 'other',
    bodyStatus: null,
    ghlMessage: null,
    traceId: null,
    retryAfterMs: null,
  });

describe('after a send that failed', () => {
  it.each([400, 401, 403, 404, 413, 415, 422, 429])('%s means that nothing left', (status) => {
    expect(mayHaveLeft(http(status))).toBe(false);
  });

  it.each([302, 402, 405, 408, 409, 423, 425, 500, 502, 503, 504])('%s leaves it unclear', (status) => {
    expect(mayHaveLeft(http(status))).toBe(true);
  });

  it('a connection that never stood means that nothing left, one that broke leaves it unclear', () => {
    expect(mayHaveLeft(new GhlNetworkError(call, { wasWritten: false, cause: null }))).toBe(false);
    expect(mayHaveLeft(new GhlNetworkError(call, { wasWritten: true, cause: null }))).toBe(true);
    expect(mayHaveLeft(new GhlTimeoutError(call, { wasWritten: false }))).toBe(false);
    expect(mayHaveLeft(new GhlTimeoutError(call, { wasWritten: true }))).toBe(true);
  });

  it('an answer that cannot be read leaves it unclear, and so does what nobody foresaw', () => {
    expect(mayHaveLeft(new GhlShapeError(call, { field: 'messageId' }))).toBe(true);
    expect(mayHaveLeft(new Error('?'))).toBe(true);
  });

  it('a call that was not made has sent nothing', () => {
    expect(mayHaveLeft(new GhlBudgetError(call, { reason: 'busy', retryAfterMs: 1 }))).toBe(false);
    expect(mayHaveLeft(new GhlIdError(call, 'contactId'))).toBe(false);
  });
});
