import 'server-only';
import { z } from 'zod';
import { AppError } from './app-error';
import { openRoute } from './route';

/** For the methods that an address does not have: Next's own 405 has no body, and every error here has one form. */
export const methodNotAllowed = openRoute({ params: z.unknown(), query: z.unknown() }, async () => {
  throw new AppError('method_not_allowed');
});
