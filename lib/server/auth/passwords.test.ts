import { describe, expect, it } from 'vitest';
import { passwordProblem } from '@/lib/shared/password';
import { hashPassword, isPassword } from './passwords';

describe('a password', () => {
  it('is kept as argon2id with a salt of its own', async () => {
    const [one, other] = [
      await hashPassword('correct horse battery'),
      await hashPassword('correct horse battery'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword('correct horse battery', one)).toBe(true);
    expect(await isPassword('correct horse batterY', one)).toBe(false);
  });

  it('is the same however a keyboard writes its signs', async () => {
    const kept = await hashPassword('caf\u00e9 au lait noir');
    expect(await isPassword('cafe\u0301 au lait noir', kept)).toBe(true);
  });

  it('of nobody is never right, and is checked as that of somebody is', async () => {
    expect(await isPassword('', null)).toBe(false);
    expect(await isPassword('correct horse battery', null)).toBe(false);
  });

  it('is checked by two at most at once, and a flood is refused rather than queued', async () => {
    const kept = await hashPassword('correct horse battery');
    const answers = await Promise.allSettled(
      Array.from({ length: 80 }, () => isPassword('correct horse battery', kept)),
    );
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(answers.length - refused.length).toBe(52);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'too_many_requests' });
    expect(await isPassword('correct horse battery', kept)).toBe(true);
  });
});

describe('a new password', () => {
  it.each(['', 'eleven char', 'x'.repeat(1025), 'aaaaaaaaaaaaaa', 'Password1234', 'boss@example.com'])(
    'is refused when it is %j',
    (password) => {
      expect(passwordProblem(password, 'Boss@Example.com')).toMatch(/\w/);
    },
  );

  it.each(['twelve chars', 'only lower case letters', '∞ signs of any kind', 'x1'.repeat(512)])(
    'needs nothing but its length: %j',
    (password) => {
      expect(passwordProblem(password, 'boss@example.com')).toBeNull();
    },
  );
});
