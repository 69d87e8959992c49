import { describe, expect, it } from 'vitest';
import { addPersonSchema, changePersonSchema } from './people';
import { signInRequestSchema } from './session';

describe('what cannot be stored', () => {
  it('is taken out of a name', () => {
    const person = { name: ' A\0na ', email: 'ana@example.com', role: 'agent', ghlUserId: null, grants: [] };
    expect(addPersonSchema.parse(person)).toMatchObject({ name: 'Ana' });
    expect(addPersonSchema.safeParse({ ...person, name: '\0' }).success).toBe(false);
  });

  it('is taken out of the email of a sign-in', () => {
    const asked = { method: 'password', email: 'a\0na@example.com', password: 'x' };
    expect(signInRequestSchema.parse(asked)).toMatchObject({ email: 'ana@example.com' });
  });
});

it('a GoHighLevel user is an id or none, and never an empty one', () => {
  expect(changePersonSchema.safeParse({ ghlUserId: '' }).success).toBe(false);
  expect(changePersonSchema.safeParse({ ghlUserId: null }).success).toBe(true);
});
