import { z } from 'zod';
import { AppError } from '@/lib/server/http/app-error';
import { openRoute } from '@/lib/server/http/route';

const options = { params: z.unknown(), query: z.unknown() };

const notFound = openRoute(options, async () => {
  throw new AppError('not_found', { message: 'There is no such address.' });
});

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
