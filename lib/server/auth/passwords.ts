import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@/lib/server/http/app-error';
import { remember } from '@/lib/server/remember';

/** Argon2id, which the library takes by default, at the least that OWASP asks for: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each run takes a core for some 30 ms and 19 MiB: a flood of sign-ins must not take the machine. */
const maxRunning = 2;
const maxWaiting = 50;
/** Of no password, with the parameters above. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** The form in which a password is kept. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(bytesOf(password), parameters));
}

/** Without a hash it takes as long and says no, so that the time tells nobody who has an account. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(kept ?? nobodysHash, bytesOf(password)));
  return isRight && kept !== null;
}

/** One password, typed on two keyboards, can be two sequences of signs. */
function bytesOf(password: string): string {
  return password.normalize('NFKC');
}

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turns = remember('argon2-turns', () => ({ running: 0, waiting: [] as (() => void)[] }));
  if (turns.running >= maxRunning) {
    if (turns.waiting.length >= maxWaiting) throw new AppError('too_many_requests');
    await new Promise<void>((resolve) => turns.waiting.push(resolve));
  } else {
    turns.running += 1;
  }
  try {
    return await run();
  } finally {
    // Whoever waits longest takes the turn over.
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}
