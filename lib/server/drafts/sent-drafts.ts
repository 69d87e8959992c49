import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { DraftContent } from '@/lib/shared/contract/draft';
import type { SendRequest } from '@/lib/shared/contract/send';

/** By the id that a draft has had from its first letter on: what went out, or is about to, under it. */
export async function sentAmong(
  personId: string,
  contents: readonly DraftContent[],
): Promise<Map<string, SendRequest>> {
  const ids = contents.flatMap(({ clientId }) => (z.uuid().safeParse(clientId).success ? [clientId] : []));
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const db = await database();
  const rows = await db
    .select({ clientId: sends.clientId, request: sends.request })
    .from(sends)
    .where(
      // One that was taken back is a draft again.
      and(eq(sends.personId, personId), inArray(sends.clientId, wanted), ne(sends.state, 'withdrawn')),
    );
  return new Map(rows.map(({ clientId, request }) => [clientId, request]));
}
