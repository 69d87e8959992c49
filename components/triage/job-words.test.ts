import { describe, expect, it } from 'vitest';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { beginningWords, didWords, failedWords, undoneWords } from './job-words';

const now = new Date(2026, 10, 18, 10, 30).getTime();
const context = { now, ownerName: () => 'Mika Kaur' };
const until = new Date(2026, 10, 24, 15).getTime();

describe('what was done', () => {
  it.each<[ConversationChange, string, string]>([
    [{ kind: 'done' }, '3', 'Marked 3 as done'],
    [{ kind: 'open' }, 'Amara', 'Reopened Amara'],
    [{ kind: 'mark', isUnread: false }, '3', 'Marked 3 as read'],
    [{ kind: 'mark', isUnread: true }, 'Amara', 'Marked Amara as unread'],
    [{ kind: 'star', isStarred: false }, 'Amara', 'Removed the star of Amara'],
    [{ kind: 'assign', userId: 'u1' }, '3', 'Assigned 3 to Mika Kaur'],
    [{ kind: 'assign', userId: null }, 'Amara', 'Removed the owner of Amara'],
    [{ kind: 'tag', add: ['vip'], remove: [] }, 'Amara', 'Added the tag vip to Amara'],
    [{ kind: 'tag', add: [], remove: ['vip', 'groom'] }, '3', 'Removed the tags vip, groom of 3'],
    [{ kind: 'delete' }, 'Amara', 'Deleting Amara'],
  ])('%o of %s', (change, what, expected) => {
    expect(didWords(change, what, context)).toBe(expected);
  });

  it('says until when it sleeps', () => {
    const words = didWords({ kind: 'snooze', until, endsOnAnswer: true }, 'Amara', context);
    expect(words).toMatch(/^Snoozed Amara until 24 Nov|^Snoozed Amara until Nov 24/);
  });

  it('claims nothing of all that matches before it is done', () => {
    expect(beginningWords({ kind: 'mark', isUnread: false }, context)).toBe('Marking as read…');
  });

  it('is said again when it is taken back', () => {
    expect(undoneWords({ kind: 'star', isStarred: true }, '3', context)).toBe('Undone: starred 3');
    expect(undoneWords({ kind: 'delete' }, 'Amara', context)).toBe('Not deleted: Amara');
  });
});

describe('what failed', () => {
  it('is counted, or named where it is one', () => {
    const change = { kind: 'mark', isUnread: false } as const;
    expect(failedWords(change, { failed: 2, total: 5, name: '5' }, 'It is locked.', context)).toBe(
      'Could not mark 2 of 5 as read. It is locked.',
    );
    expect(failedWords(change, { failed: 1, total: 1, name: 'Amara' }, 'It is gone.', context)).toBe(
      'Could not mark Amara as read. It is gone.',
    );
  });
});
