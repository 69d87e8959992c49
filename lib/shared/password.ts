export const minPasswordLength = 12;
export const maxPasswordLength = 1024;

/** Long enough, and yet the first that anybody tries. */
const worst = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '1234567890ab',
  'abcdefghijkl',
  'administrator',
  'adminadminadmin',
  'changemenow123',
  'letmeinletmein',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'welcome12345',
  'welcomewelcome',
  'iloveyou1234',
]);

/** Why this cannot be a new password, for people; null when it can. Length is what counts: nothing else is asked of it. */
export function passwordProblem(password: string, email: string): string | null {
  if (password.length < minPasswordLength) return `Use ${minPasswordLength} characters or more.`;
  if (password.length > maxPasswordLength) return `Use ${maxPasswordLength} characters or fewer.`;
  const plain = password.trim().toLowerCase();
  const isOneSign = new Set(plain).size <= 1;
  if (isOneSign || worst.has(plain) || plain === email.trim().toLowerCase()) {
    return 'This is among the first that anybody would try. Choose another.';
  }
  return null;
}
