import type { KnownSend } from '@/lib/client/queries/send-times';
import { snoozeWords } from '@/lib/client/snooze-words';
import type { Send } from '@/lib/shared/contract/send';

/** Why something was not sent, as far as anyone knows. */
export function reasonWords({ error }: Pick<Send, 'error'>): string {
  return error?.message ?? 'No reason was given.';
}

/** "Sends in 8 s"; at its time it is in line, behind an earlier one at most. */
export function heldWords(secondsLeft: number, scheduledFor: string | null): string {
  if (scheduledFor) {
    return secondsLeft > 0
      ? `For ${scheduledFor}. Goes to GoHighLevel in ${secondsLeft} s`
      : `For ${scheduledFor}. Goes to GoHighLevel now`;
  }
  return secondsLeft > 0 ? `Sends in ${secondsLeft} s` : 'Sends now';
}

/** GHL was not reached: nothing has left, and it goes on by itself. */
export function isHeldUp(send: Pick<Send, 'state' | 'attempts'>): boolean {
  return send.state === 'held' && send.attempts > 0;
}

/** The server looks for it for ten minutes; then it would have been found. */
export function unclearWords({ error }: Pick<KnownSend, 'error'>): string {
  return error?.code !== 'not_confirmed'
    ? 'Not confirmed: it may have been sent. It is being looked for in GoHighLevel.'
    : 'Not confirmed: it may have been sent. Check in GoHighLevel before sending it again.';
}

/** When GHL sends it. */
export function scheduleWords(at: number, now: number, zoned: (at: number) => string): string {
  return at > now ? `Scheduled for ${zoned(at)}` : `Was to be sent ${snoozeWords(at, now)}`;
}
