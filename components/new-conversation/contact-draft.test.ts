import { describe, expect, it } from 'vitest';
import { newContactSchema } from '@/lib/shared/contract/contact';
import { draftOfWords, problemsOf } from './contact-draft';

const draft = (change: Partial<ReturnType<typeof draftOfWords>>) => ({ ...draftOfWords(''), ...change });

describe('what was typed to find somebody', () => {
  it.each([
    ['Ana', { firstName: 'Ana' }],
    ['  Ana Maria  de Souza ', { firstName: 'Ana', lastName: 'Maria de Souza' }],
    ['ana@example.com', { email: 'ana@example.com' }],
    ['+1 (503) 555-0143', { phone: '+1 (503) 555-0143' }],
    ['5035550143', { phone: '5035550143' }],
    ['7 Seas', { firstName: '7', lastName: 'Seas' }],
  ])('%s', (words, filled) => {
    expect(draftOfWords(words)).toEqual(draft(filled));
  });
});

describe('a contact that is to be made', () => {
  it('needs something to be written to', () => {
    expect(problemsOf(draft({ firstName: 'Ana' }))).toEqual({
      email: 'Give an email address or a phone number: without one nobody can be written to.',
    });
    expect(problemsOf(draft({ phone: '+15035550143' }))).toEqual({});
    expect(problemsOf(draft({ email: ' ana@example.com ' }))).toEqual({});
  });

  it('has each problem at its field', () => {
    const problems = problemsOf(draft({ firstName: 'x'.repeat(101), email: 'ana@', phone: '12' }));
    expect(Object.keys(problems).sort()).toEqual(['email', 'firstName', 'phone']);
  });

  it('is sent without what was left empty, and with a plain number', () => {
    expect(newContactSchema.parse(draft({ firstName: ' Ana ', phone: '+1 (503) 555-01.43' }))).toEqual({
      firstName: 'Ana',
      phone: '+15035550143',
    });
  });

  it.each(['1+5035550143', '++15035550143', '123456', '1'.repeat(16), 'call me'])(
    'cannot have the number %s',
    (phone) => {
      expect(problemsOf(draft({ phone }))).toHaveProperty('phone');
    },
  );
});
