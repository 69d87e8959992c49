import 'server-only';
import { and, eq, not } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { isPresent } from '@/lib/server/db/instances';
import { sends } from '@/lib/server/db/send-schema';
import { nudgeOutbox } from './nudge';
import { toBeFound } from './settle';

/** What was under way when its process ended may or may not have left: it is never repeated by itself. */
export async function recoverInterruptedSends(): Promise<void> {
  const db = await database();
  const found = await db
    .update(sends)
    .set({
      ...toBeFound,
      state: 'unclear',
      errorCode: 'interrupted',
      errorMessage: 'Parley was stopped while this was being sent.',
    })
    .where(and(eq(sends.state, 'sending'), not(isPresent(sends.holder))))
    .returning({ clientId: sends.clientId });
  if (found.length > 0) nudgeOutbox();
}
