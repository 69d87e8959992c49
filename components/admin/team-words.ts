import type { TeamPerson } from '@/lib/shared/contract/people';
import { fullTime, shortAge } from '@/lib/shared/format-time';
import type { Role } from '@/lib/shared/permissions';

export const roleWords: Record<Role, { name: string; may: string }> = {
  admin: { name: 'Admin', may: 'Reads and answers, and manages team, subscription types and connection.' },
  agent: { name: 'Agent', may: 'Reads and answers.' },
  viewer: { name: 'Viewer', may: 'Reads only.' },
};

/** How things stand with a person: whether they have come, when they were here, where they are signed in. */
export function presenceWords(person: TeamPerson, now: number): string {
  const { hasJoined, linkExpiresAt, lastSeenAt, sessionCount } = person;
  if (!hasJoined) {
    if (linkExpiresAt === null) return 'Invited, has no link';
    return linkExpiresAt > now
      ? `Invited, link not used yet (valid until ${fullTime(linkExpiresAt)})`
      : 'Invited, the link has run out';
  }
  const isLinkOpen = linkExpiresAt !== null && linkExpiresAt > now;
  return [
    lastSeenAt === null ? 'Not seen yet' : `Last seen ${seenWords(lastSeenAt, now)}`,
    ...(lastSeenAt === null ? [] : [sessionWords(sessionCount)]),
    ...(isLinkOpen ? ['new password link not used yet'] : []),
  ].join(' · ');
}

function seenWords(at: number, now: number): string {
  const age = shortAge(at, now);
  return /\b(min|h)$/.test(age) ? `${age} ago` : age;
}

function sessionWords(count: number): string {
  if (count === 0) return 'signed out';
  return count === 1 ? 'signed in with one browser' : `signed in with ${count} browsers`;
}

/** Why an admin cannot change this person's access here. */
export const fixedWords: Record<NonNullable<TeamPerson['fixedBecause']>, string> = {
  settings: 'Named in the settings (ADMIN_EMAIL): role and password are changed there.',
  elsewhere: 'Belongs to other locations too: only an admin of all of them can change this.',
};
