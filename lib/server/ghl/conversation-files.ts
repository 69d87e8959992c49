import 'server-only';
import type { ConversationFile, ConversationFiles } from '@/lib/shared/contract/conversation-files';
import type { Attachment, MessageItem } from '@/lib/shared/contract/message';
import type { GhlClient, ReadOptions } from './client';
import { listMessages } from './messages';

const pageSize = 100;
/** A request asks GHL so many times at most; whoever wants more goes on from the cursor. */
const maxPages = 5;
/** A screen or two of files: then the rest can wait. */
const enoughFiles = 60;

/**
 * The files of a thread, newest first, from its messages alone: those of mails are only in the mails, which GHL gives one
 * by one (CONTRACT 1.4). The cursor is that of the messages.
 */
export async function listConversationFiles(
  ghl: GhlClient,
  conversationId: string,
  { cursor, ...options }: ReadOptions & { cursor: string | null },
): Promise<ConversationFiles> {
  const files: ConversationFile[] = [];
  let next = cursor;
  for (let page = 1; page <= maxPages; page += 1) {
    const read = await listMessages(ghl, conversationId, { cursor: next, limit: pageSize, ...options });
    files.push(...read.messages.flatMap(filesOf));
    next = read.nextCursor;
    if (next === null || files.length >= enoughFiles) break;
  }
  return { files, nextCursor: next };
}

function filesOf(item: MessageItem): ConversationFile[] {
  if (item.kind !== 'message') return [];
  const { id: messageId, at, direction, attachments } = item;
  return attachments.map((file) => ({
    messageId,
    index: file.index,
    name: file.name,
    kind: kindOf(file),
    at,
    direction: direction ?? 'inbound',
  }));
}

function kindOf({ kind, name }: Attachment): ConversationFile['kind'] {
  if (kind !== 'file') return kind;
  return /\.pdf$/i.test(name) ? 'pdf' : 'other';
}
