import 'server-only';
import { GhlBudgetError, GhlError, GhlHttpError } from '@/lib/server/ghl/errors';
import { AppError } from '@/lib/server/http/app-error';
import { ghlToAppError } from '@/lib/server/http/ghl-to-app-error';

/** Why one conversation of a job was not changed, in words. */
export const words = {
  gone: 'It is not in GoHighLevel any more.',
  newMessage: 'A new message came in meanwhile, so it stays open.',
  newUnread: 'A new message came in since, so it stays unread.',
  changedSince: 'Somebody else changed it since, so it stays as it is.',
  answeredSince: 'They have answered since, so it stays open.',
  noRight: 'Whoever asked for this has no right to it any more.',
  deleted: 'It is deleted already, and GoHighLevel cannot bring it back.',
  overdue: 'The server was away too long, so the rest was not deleted.',
  outage: 'GoHighLevel did not answer for minutes. What was left stays as it was.',
  noContact: 'It has no contact in GoHighLevel, so it can have no owner.',
  noContactTags: 'It has no contact in GoHighLevel, so it can have no tags.',
  unclear: 'GoHighLevel did not say whether it took this. Look at it before you try again.',
} as const;

/** A change that cannot be made for a reason that people are told. */
export class NotChanged extends Error {
  constructor(readonly userMessage: string) {
    super('not changed');
    this.name = 'NotChanged';
  }
}

const maxPauseMs = 60_000;
const defaultPauseMs = 5_000;

/** How long to wait before the same thing is tried again, since nothing has left; null when it must not be. */
export function pauseMs(error: unknown): number | null {
  const isTooMuch =
    error instanceof GhlBudgetError || (error instanceof GhlHttpError && error.status === 429);
  if (!isTooMuch) return null;
  return Math.min(error.retryAfterMs ?? defaultPauseMs, maxPauseMs);
}

/** Whether every other conversation would be refused for the same reason. */
export function isHopeless(error: unknown): boolean {
  return error instanceof GhlHttpError && (error.status === 401 || error.status === 403);
}

export function wordsFor(error: unknown): string {
  if (error instanceof NotChanged) return error.userMessage;
  if (error instanceof GhlHttpError && error.status === 404) return words.gone;
  const known = error instanceof GhlError ? ghlToAppError(error) : error;
  return known instanceof AppError ? known.writeMessage : 'Something went wrong on our side.';
}
