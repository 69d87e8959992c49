import { describe, expect, it } from 'vitest';
import { draftOfSend } from '@/lib/client/draft-of-send';
import { sendRequestSchema } from '@/lib/shared/contract/send';
import { ghlCommentText, mentionAt, mentionsIn, usersLike, withMention } from './mentions';

const user = (id: string, name: string) => ({ id, name, email: null });
const priya = { userId: 'u1', name: 'Priya Nair' };
const pri = { userId: 'u2', name: 'Pri' };

describe('a mention', () => {
  it.each([
    ['@pr', 3, { start: 0, query: 'pr' }],
    ['ask @Priya N', 12, { start: 4, query: 'Priya N' }],
    ['(@', 2, { start: 1, query: '' }],
    ['ana@okafor', 10, null],
    ['@ nobody', 3, null],
    ['@pr\nnext', 6, null],
    ['no sign', 7, null],
    ['@pr', 0, null],
  ])('begins after an @ that stands by itself: %j', (text, caret, found) => {
    expect(mentionAt(text, caret)).toEqual(found);
  });

  it('is over once a name was picked', () => {
    const text = '@Priya Nair and';
    expect(mentionAt(text, 12, [priya])).toBeNull();
    expect(mentionAt(text, 12, [])).toEqual({ start: 0, query: 'Priya Nair ' });
    expect(mentionAt(text, 6, [priya])).toEqual({ start: 0, query: 'Priya' });
  });

  it('finds people by any word of their name, without accents', () => {
    const users = [
      user('1', 'Jonas Reyes'),
      user('2', 'Renée Dubois'),
      user('3', 'Ana Reis'),
      user('4', ' '),
    ];
    expect(usersLike(users, 're').map(({ id }) => id)).toEqual(['2', '3', '1']);
    expect(usersLike(users, 'renee d').map(({ id }) => id)).toEqual(['2']);
    expect(usersLike(users, '').map(({ id }) => id)).toEqual(['3', '1', '2']);
    expect(usersLike(users, 'zz')).toEqual([]);
  });

  it('is written out with one blank behind it', () => {
    expect(withMention('ask @pr now', { start: 4, caret: 7 }, 'Priya Nair')).toEqual({
      text: 'ask @Priya Nair now',
      caret: 15,
    });
    expect(withMention('@', { start: 0, caret: 1 }, 'Pri')).toEqual({ text: '@Pri ', caret: 5 });
  });

  it('counts as long as the whole name stands in the text, and once', () => {
    expect(mentionsIn('@Pri and @Priya Nair, @Pri', [priya, pri])).toEqual([pri, priya]);
    expect(mentionsIn('@Priyanka', [pri])).toEqual([]);
    expect(mentionsIn('Priya Nair', [priya])).toEqual([]);
  });

  it('goes to GoHighLevel in its own form, and comes back as it was written', () => {
    const text = '@Priya Nair see this. @Pri too, not @Priyanka';
    const written = ghlCommentText(text, [priya, pri]);
    expect(written).toBe(
      '@Priya Nair<userId>u1</userId> see this. @Pri<userId>u2</userId> too, not @Priyanka',
    );
    const request = sendRequestSchema.parse({
      clientId: '00000000-0000-4000-8000-000000000001',
      channel: 'InternalComment',
      text: written,
      mentions: ['u1', 'u2'],
    });
    expect(draftOfSend({ request, attachments: [] }).content).toMatchObject({ text, mentions: [priya, pri] });
  });
});
