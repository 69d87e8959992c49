import { openRoute } from '@/lib/server/http/route';

/** Whether this process answers. Says nothing about GHL: a team must be able to read while GHL is away. */
export const GET = openRoute({}, async () => ({ ok: true }));
