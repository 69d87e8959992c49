import { describe, expect, it } from 'vitest';
import { safeNextPath } from './paths';

describe('where sign-in leads', () => {
  it('is a path of the inbox', () => {
    expect(safeNextPath('/l/abc/inbox/def?status=unread')).toBe('/l/abc/inbox/def?status=unread');
  });

  it.each([
    'https://evil.example/l/x',
    '//evil.example/l/x',
    '/\\evil.example',
    '/l/../../api/session',
    '/api/session',
    'javascript:alert(1)',
    '/sign-in',
    '',
    null,
    ['/l/a'],
  ])('is never %s', (next) => {
    expect(safeNextPath(next)).toBeNull();
  });
});
