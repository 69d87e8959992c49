import { describe, expect, it } from 'vitest';
import { linkedUserId } from '@/lib/shared/linked-user';
import { newSavedViewSchema, savedViewChangeSchema } from './saved-view';

const made = (search: string, name = 'VIP') =>
  newSavedViewSchema.safeParse({ name, search, isShared: false });

describe('a saved view', () => {
  it('keeps its filter in one form, with "me" in it', () => {
    expect(made('channel=sms,email&assigned=me&view=open').data?.search).toBe(
      '?assigned=me&channel=email,sms',
    );
    expect(made('?status=unread').data?.search).toBe('?view=unread');
  });

  it.each(['?channel=pigeon', '?view=mine&assigned=u1', '?cursor=x', `?q=${'x'.repeat(201)}`])(
    'does not take a filter that makes no sense: %s',
    (search) => expect(made(search).success).toBe(false),
  );

  it('has a name, without the blanks around it', () => {
    expect(made('', '  VIP ').data?.name).toBe('VIP');
    expect(made('', '   ').success).toBe(false);
    expect(made('', 'x'.repeat(61)).success).toBe(false);
  });

  it('is not changed by a change of nothing', () => {
    expect(savedViewChangeSchema.safeParse({}).success).toBe(false);
    expect(savedViewChangeSchema.safeParse({ personId: 'me' }).success).toBe(false);
    expect(savedViewChangeSchema.parse({ isShared: true })).toEqual({ isShared: true });
  });
});

describe('the GHL user of a person', () => {
  const users = [
    { id: 'u1', name: 'Mika Kaur', email: 'Mika@Northloom.example' },
    { id: 'u2', name: 'Nobody', email: null },
  ];

  it('is the one with their email, however it is spelled', () => {
    expect(linkedUserId(users, { email: 'mika@northloom.EXAMPLE', ghlUserId: null })).toBe('u1');
    expect(linkedUserId(users, { email: 'sam@northloom.example', ghlUserId: null })).toBeNull();
    expect(linkedUserId(users, { email: 'sam@northloom.example', ghlUserId: 'u2' })).toBe('u2');
  });
});
