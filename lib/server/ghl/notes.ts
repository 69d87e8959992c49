import 'server-only';
import { z } from 'zod';
import type { GhlClient, ReadOptions } from './client';
import { GhlShapeError } from './errors';
import { htmlExcerpt, looksLikeHtml } from './html-text';
import { callInfo, checkedId } from './operations';
import { unwrapped, wireFlag, wireId, wireText, wireTime } from './wire';

export type Note = {
  id: string;
  /** Plain: GHL keeps notes as HTML when they were written there. */
  text: string;
  title: string | null;
  userId: string | null;
  at: number | null;
  isPinned: boolean;
};

const keptMs = 10_000;
/** Longer than any note that a person reads. */
const maxTextLength = 50_000;

const noteWireSchema = z.object({
  id: wireId,
  body: wireText,
  bodyText: wireText,
  title: wireText,
  userId: wireId,
  dateAdded: wireTime,
  pinned: wireFlag,
});

/** All notes of a contact: GHL does not page them. One without an id is left out, as nobody could change it. */
export function listNotes(ghl: GhlClient, contactId: string, options: ReadOptions = {}): Promise<Note[]> {
  const operation = 'get-all-notes';
  const id = checkedId(operation, 'contactId', contactId);
  return ghl.reads.read(
    `notes:${id}`,
    keptMs,
    async (shared) => {
      const { notes } = await ghl.call(operation, {
        params: { contactId: id },
        schema: z.object({ notes: z.array(z.unknown()) }),
        ...shared,
      });
      return notes.flatMap((note) => readNote(note) ?? []);
    },
    options,
  );
}

/** `userId` is the GHL user that it is shown as written by. */
export function createNote(
  ghl: GhlClient,
  contactId: string,
  note: { text: string; userId?: string },
): Promise<Note> {
  return written(ghl, contactId, 'create-note', { contactId }, note);
}

export function updateNote(
  ghl: GhlClient,
  { contactId, noteId }: { contactId: string; noteId: string },
  note: { text: string; userId?: string },
): Promise<Note> {
  return written(ghl, contactId, 'update-note', { contactId, noteId }, note);
}

export async function deleteNote(
  ghl: GhlClient,
  params: { contactId: string; noteId: string },
): Promise<void> {
  try {
    await ghl.call('delete-note', { params, schema: z.unknown() });
  } finally {
    ghl.reads.drop([`notes:${params.contactId}`]);
  }
}

async function written(
  ghl: GhlClient,
  contactId: string,
  operation: 'create-note' | 'update-note',
  params: Record<string, string>,
  { text, userId }: { text: string; userId?: string },
): Promise<Note> {
  const author = userId === undefined ? {} : { userId: checkedId(operation, 'userId', userId) };
  try {
    const answer = await ghl.call(operation, {
      params,
      body: { body: text, ...author },
      schema: z.unknown(),
    });
    const note = readNote(unwrapped(answer, 'note'));
    if (!note) throw new GhlShapeError(callInfo(operation), { field: 'note' });
    return note;
  } finally {
    ghl.reads.drop([`notes:${contactId}`]);
  }
}

function readNote(value: unknown): Note | null {
  const { data } = noteWireSchema.safeParse(value);
  if (!data?.id) return null;
  const { id, body, title, userId, dateAdded, pinned } = data;
  const text = data.bodyText ?? (body && looksLikeHtml(body) ? htmlExcerpt(body, maxTextLength) : body);
  return { id, text: text ?? '', title, userId, at: dateAdded, isPinned: pinned };
}
