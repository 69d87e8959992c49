import 'server-only';
import type { Unavailable } from '@/lib/shared/contract/subtype';
import { AppError } from './app-error';

/** A write that GHL does not take here at all is an error with its reason, where a read is a state of the screen. */
export function unlessReady(answer: { state: 'ready' } | Unavailable): void {
  if (answer.state === 'ready') return;
  if (answer.state === 'off') {
    throw new AppError('not_found', { message: 'Preference Management is off in GoHighLevel.' });
  }
  if (answer.lacks === 'scope') throw new AppError('ghl_scope_missing');
  throw new AppError('ghl_rejected', {
    message: 'GoHighLevel takes this only from an agency or account admin, and the token is of neither.',
  });
}
