import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '@/lib/server/db/database';
import { sends } from '@/lib/server/db/send-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { GhlHttpError } from '@/lib/server/ghl/errors';
import { createNote } from '@/lib/server/ghl/notes';
import { type SentIds, sendMessage } from '@/lib/server/ghl/send';
import { noteText } from './note-text';
import type { SendRow } from './sends';
import { noteStatus } from './settle';

type Comment = {
  contactId: string;
  text: string;
  mentions: string[];
  userId: string | null;
  attachmentUrls: string[];
};
type Written = Omit<SentIds, 'messageId'> & { messageId: string | null };

/** A comment among the team; where GHL takes none from this token it becomes a note of the contact, and says so. */
export async function sendComment(ghl: GhlClient, row: SendRow, comment: Comment): Promise<Written> {
  const { contactId, userId } = comment;
  try {
    return await sendMessage(ghl, { channel: 'InternalComment', ...comment });
  } catch (error) {
    if (!isRefusedAsSuch(error)) throw error;
  }
  // Written down first: a process that ends now must be looked for among the notes.
  const db = await database();
  await db.update(sends).set({ deliveryStatus: noteStatus }).where(eq(sends.clientId, row.clientId));
  await createNote(ghl, contactId, {
    text: noteText(comment.text, comment.attachmentUrls),
    userId: userId ?? undefined,
  });
  return { messageId: null, emailMessageId: null, conversationId: null };
}

/** Refused because it is a comment, or mentions somebody, and not for what it says (CONTRACT 1.6). */
function isRefusedAsSuch(error: unknown): boolean {
  if (!(error instanceof GhlHttpError)) return false;
  const words = error.ghlMessage ?? '';
  if (error.status === 401 || error.status === 403) return /not supported/i.test(words);
  return (error.status === 400 || error.status === 422) && /\bmentions?\b|\btype must be\b/i.test(words);
}
