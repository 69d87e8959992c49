import 'server-only';
import { audit } from '@/lib/server/audit/audit';
import type { JobMemory } from '@/lib/server/db/triage-schema';
import type { GhlClient } from '@/lib/server/ghl/client';
import { addTags, removeTags } from '@/lib/server/ghl/contact-changes';
import { assignContact, getContact } from '@/lib/server/ghl/contacts';
import {
  deleteConversation,
  getConversation,
  readConversationAnew,
  writeConversation,
} from '@/lib/server/ghl/conversations';
import type { Priority } from '@/lib/server/ghl/priority';
import { forgetConversation, isGone } from '@/lib/server/triage/forget';
import { noteOwnDelete, noteOwnValues, withOwnValues } from '@/lib/server/triage/own-values';
import type { Conversation } from '@/lib/shared/contract/conversation';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { NotChanged, words } from './job-words';

export type GhlChange = Extract<ConversationChange, { kind: 'mark' | 'star' | 'assign' | 'tag' | 'delete' }>;
/** What it is before, and the call that changes it; no call: it is so already. */
export type Planned = { before: JobMemory; isChange: boolean; write: (() => Promise<void>) | null };
type Place = { ghl: GhlClient; conversationId: string; priority: Priority; personId: string };

export async function planChange(place: Place, change: GhlChange): Promise<Planned> {
  const { ghl, conversationId, priority } = place;
  const row = await currentRow(place);
  switch (change.kind) {
    case 'mark': {
      const unreadCount = change.isUnread ? 1 : 0;
      const isUnread = row.unreadCount > 0;
      const before = { unreadCount: row.unreadCount };
      // Marked once more it would lose its count.
      if (change.isUnread && isUnread) return { before, isChange: false, write: null };
      return {
        before,
        isChange: isUnread !== change.isUnread,
        write: () => writeUnread(place, row, unreadCount),
      };
    }
    case 'star':
      return {
        before: { isStarred: row.isStarred },
        isChange: row.isStarred !== change.isStarred,
        write: () => writeStar(place, row, change.isStarred),
      };
    case 'assign': {
      const owner = await currentOwner(place, row);
      return {
        before: { owner },
        isChange: owner.userId !== change.userId,
        write: () => writeOwner(place, row, owner.contactId, change.userId),
      };
    }
    case 'tag': {
      const { contactId, tags } = await currentTags(place, row);
      const added = change.add.filter((tag) => !hasTag(tags, tag));
      const removed = change.remove.filter((tag) => hasTag(tags, tag));
      return {
        before: { tags: { contactId, added, removed } },
        isChange: added.length > 0 || removed.length > 0,
        write: () => writeTags(place, contactId, { added, removed }),
      };
    }
    case 'delete':
      return {
        before: {},
        isChange: false,
        write: async () => {
          await deleteConversation(ghl, conversationId, { priority });
          await afterDelete(place);
        },
      };
  }
}

/** Back to what it was, unless something has happened to it since. */
export async function planUndo(place: Place, change: GhlChange, goal: JobMemory): Promise<Planned> {
  const row = await currentRow(place);
  const nothing = { before: goal, isChange: true, write: null };
  if (change.kind === 'mark' && goal.unreadCount !== undefined) {
    const { unreadCount } = goal;
    if (!change.isUnread)
      return row.unreadCount > 0
        ? nothing
        : { ...nothing, write: () => writeUnread(place, row, unreadCount) };
    if (row.unreadCount > 1) throw new NotChanged(words.newUnread);
    return { ...nothing, write: () => writeUnread(place, row, unreadCount) };
  }
  if (change.kind === 'star' && goal.isStarred !== undefined) {
    const { isStarred } = goal;
    return { ...nothing, write: () => writeStar(place, row, isStarred) };
  }
  if (change.kind === 'assign' && goal.owner) {
    const { contactId, userId } = goal.owner;
    const owner = await currentOwner(place, row);
    if (owner.userId === userId) return nothing;
    if (owner.userId !== change.userId) throw new NotChanged(words.changedSince);
    return { ...nothing, write: () => writeOwner(place, row, contactId, userId) };
  }
  if (change.kind === 'tag' && goal.tags) {
    const { contactId, added, removed } = goal.tags;
    return { ...nothing, write: () => writeTags(place, contactId, { added: removed, removed: added }) };
  }
  throw new NotChanged(words.gone);
}

/**
 * Whether a change whose answer never came was made, read from GHL itself and not from its search. Of a deleted
 * conversation nothing is left to read.
 */
export async function wasMade(place: Place, change: GhlChange): Promise<boolean> {
  const { ghl, conversationId, priority } = place;
  try {
    const row = await readConversationAnew(ghl, conversationId, { priority });
    if (change.kind === 'delete') return false;
    if (change.kind === 'mark') return row.unreadCount > 0 === change.isUnread;
    if (change.kind === 'star') return row.isStarred === change.isStarred;
    if (change.kind === 'tag') {
      const { tags } = await currentTags(place, row);
      return change.add.every((tag) => hasTag(tags, tag)) && !change.remove.some((tag) => hasTag(tags, tag));
    }
    return (await currentOwner(place, row)).userId === change.userId;
  } catch (error) {
    if (change.kind !== 'delete' || !isGone(error)) throw error;
    await afterDelete(place);
    return true;
  }
}

async function currentRow({ ghl, conversationId, priority }: Place): Promise<Conversation> {
  const found = await getConversation(ghl, conversationId, { priority });
  const [row] = withOwnValues(ghl.locationId, [found]);
  if (row?.kind !== 'conversation') throw new NotChanged(words.gone);
  return row;
}

async function currentOwner(
  place: Place,
  { contactId }: Conversation,
): Promise<NonNullable<JobMemory['owner']>> {
  if (!contactId) throw new NotChanged(words.noContact);
  const contact = await contactAnew(place, contactId);
  return { contactId, userId: contact.assignedTo };
}

async function currentTags(place: Place, { contactId }: Conversation) {
  if (!contactId) throw new NotChanged(words.noContactTags);
  const { tags } = await contactAnew(place, contactId);
  return { contactId, tags };
}

/** A kept contact may have another owner, or other tags, by now. */
function contactAnew({ ghl, priority }: Place, contactId: string) {
  ghl.reads.drop([`contact:${contactId}`]);
  return getContact(ghl, contactId, { priority });
}

/** GHL keeps tags in small letters, whatever they were written in. */
function hasTag(tags: readonly string[], wanted: string): boolean {
  return tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
}

async function writeUnread({ ghl, priority }: Place, row: Conversation, wanted: number): Promise<void> {
  const { unreadCount } = await writeConversation(ghl, row.id, { unreadCount: wanted }, { priority });
  noteOwnValues(row, { unreadCount: unreadCount ?? wanted });
}

async function writeStar({ ghl, priority }: Place, row: Conversation, isStarred: boolean): Promise<void> {
  await writeConversation(ghl, row.id, { isStarred }, { priority });
  noteOwnValues(row, { isStarred });
}

async function writeOwner(
  { ghl, priority }: Place,
  row: Conversation,
  contactId: string,
  userId: string | null,
): Promise<void> {
  await assignContact(ghl, contactId, userId, { priority });
  noteOwnValues(row, { assignedTo: userId });
}

async function writeTags(
  { ghl, priority }: Place,
  contactId: string,
  { added, removed }: { added: string[]; removed: string[] },
): Promise<void> {
  if (added.length > 0) await addTags(ghl, contactId, added, { priority });
  if (removed.length > 0) await removeTags(ghl, contactId, removed, { priority });
}

/** What cannot be brought back has a line of its own in the audit log. */
async function afterDelete({ ghl: { locationId }, conversationId, personId }: Place): Promise<void> {
  noteOwnDelete(locationId, conversationId);
  await forgetConversation(locationId, conversationId);
  await audit({ personId, locationId, action: 'conversation.deleted', target: conversationId, result: 'ok' });
}
