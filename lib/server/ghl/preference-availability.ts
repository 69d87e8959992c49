import 'server-only';
import type { Unavailable } from '@/lib/shared/contract/subtype';
import { GhlHttpError } from './errors';

/** What GHL says where the feature is not there: no recording, only its words for a removed endpoint (CONTRACT 1.12). */
const offWords = /not (available|enabled|supported|activated)|disabled|was removed|cannot (get|post|put)\b/i;
const roleWords = /\b(role|admins?|administrators?|permissions?)\b/i;

/**
 * Why these operations cannot be used here, as a value; null when the error is about something else. They are gone from
 * v3, a feature an agency switches on, and "need an agency or account admin" (CONTRACT 1.9, 1.15): none of it is a fault.
 */
function unavailability(error: unknown, asked: 'read' | 'write'): Unavailable | null {
  if (!(error instanceof GhlHttpError)) return null;
  const words = error.ghlMessage ?? '';
  switch (error.status) {
    case 404:
      // Of a write, or of one contact, a 404 may mean that one thing.
      return words === '' || offWords.test(words) ? { state: 'off' } : null;
    case 400:
      if (offWords.test(words)) return { state: 'off' };
      return asked === 'read' && /^(bad request)?$/i.test(words.trim()) ? { state: 'off' } : null;
    case 401:
    case 403:
      return notAllowed(error, words);
    default:
      return null;
  }
}

function notAllowed(error: GhlHttpError, words: string): Unavailable | null {
  if (error.kind === 'scope') return { state: 'not_allowed', lacks: 'scope' };
  if (error.kind === 'location' || error.kind === 'version') return null;
  const isOfRole = error.status === 403 || error.kind === 'other' || roleWords.test(words);
  return isOfRole ? { state: 'not_allowed', lacks: 'role' } : null;
}

/** The answer, or why there is none. Every other error is thrown on. */
export async function unlessUnavailable<Answer extends object>(
  asked: 'read' | 'write',
  ask: () => Promise<Answer>,
): Promise<Answer | Unavailable> {
  try {
    return await ask();
  } catch (error) {
    const unavailable = unavailability(error, asked);
    if (!unavailable) throw error;
    return unavailable;
  }
}
