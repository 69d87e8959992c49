import { describe, expect, it } from 'vitest';
import type { TeamPerson } from '@/lib/shared/contract/people';
import { presenceWords } from './team-words';

const now = Date.UTC(2026, 10, 20, 18, 0);
const ana: TeamPerson = {
  id: 'p1',
  name: 'Ana',
  email: 'ana@example.com',
  role: 'agent',
  grants: [],
  ghlUserId: null,
  hasJoined: true,
  linkExpiresAt: null,
  lastSeenAt: now - 3 * 60_000,
  sessionCount: 1,
  isYou: false,
  fixedBecause: null,
};

describe('how things stand with a person', () => {
  it('says when they were here and where they are signed in', () => {
    expect(presenceWords(ana, now)).toBe('Last seen 3 min ago · signed in with one browser');
    expect(presenceWords({ ...ana, lastSeenAt: now, sessionCount: 3 }, now)).toBe(
      'Last seen now · signed in with 3 browsers',
    );
    expect(presenceWords({ ...ana, sessionCount: 0 }, now)).toBe('Last seen 3 min ago · signed out');
    expect(presenceWords({ ...ana, lastSeenAt: null, sessionCount: 0 }, now)).toBe('Not seen yet');
  });

  it('says of whoever never came whether the link still lets them in', () => {
    const invited = { ...ana, hasJoined: false, lastSeenAt: null, sessionCount: 0 };
    expect(presenceWords({ ...invited, linkExpiresAt: now + 1 }, now)).toMatch(
      /link not used yet \(valid until/,
    );
    expect(presenceWords({ ...invited, linkExpiresAt: now - 1 }, now)).toBe('Invited, the link has run out');
    expect(presenceWords(invited, now)).toBe('Invited, has no link');
  });

  it('names a new password link only while it is good', () => {
    expect(presenceWords({ ...ana, linkExpiresAt: now + 1 }, now)).toMatch(/new password link not used yet$/);
    expect(presenceWords({ ...ana, linkExpiresAt: now - 1 }, now)).not.toMatch(/link/);
  });
});
