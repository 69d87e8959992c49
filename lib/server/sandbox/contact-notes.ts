import 'server-only';
import { type Answer, bodyOf, type Call, created, ok, param, requireContact } from './call';
import type { NoteRecord } from './crm-state';
import { FieldCheck } from './fields';
import { notFound, unprocessable } from './refusal';

export function listNotes(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  return ok({ notes: call.location.crm.notesOf(contact.id).map(noteView) });
}

export function getNote(call: Call): Answer {
  return ok({ note: noteView(requireNote(call)) });
}

export function postNote(call: Call): Answer {
  const { location } = call;
  const contact = requireContact(call, param(call, 'contactId'));
  const fields = readNote(call, true);
  const note: NoteRecord = {
    id: location.newId(),
    contactId: contact.id,
    locationId: location.id,
    body: '',
    pinned: false,
    dateAdded: location.now(),
    ...fields,
  };
  location.crm.addNote(note);
  location.events.emit({ kind: 'note', change: 'Create', note });
  return created({ note: noteView(note) });
}

export function putNote(call: Call): Answer {
  const note = requireNote(call);
  Object.assign(note, readNote(call, false));
  call.location.events.emit({ kind: 'note', change: 'Update', note });
  return ok({ note: noteView(note) });
}

export function deleteNote(call: Call): Answer {
  const note = requireNote(call);
  call.location.crm.removeNote(note);
  call.location.events.emit({ kind: 'note', change: 'Delete', note });
  return ok({ succeded: true });
}

function requireNote(call: Call): NoteRecord {
  const contact = requireContact(call, param(call, 'contactId'));
  const id = param(call, 'id');
  const note = call.location.crm.notesOf(contact.id).find((candidate) => candidate.id === id);
  if (!note) throw notFound(`Note with id ${id} not found`);
  return note;
}

/** Only the fields the body carries, so that an update leaves the others alone. */
function readNote(call: Call, isNew: boolean): Partial<NoteRecord> {
  const check = new FieldCheck(bodyOf(call));
  const read: Partial<NoteRecord> = {
    body: check.text('body', isNew),
    userId: check.text('userId'),
    title: check.text('title'),
    color: check.text('color'),
    pinned: check.boolean('pinned'),
  };
  if (check.messages.length > 0) throw unprocessable(check.messages);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

function noteView(note: NoteRecord): Record<string, unknown> {
  return {
    id: note.id,
    body: note.body,
    bodyText: note.body
      .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
      .replace(/<[^>]*>/g, '')
      .trim(),
    userId: note.userId,
    dateAdded: new Date(note.dateAdded).toISOString(),
    contactId: note.contactId,
    title: note.title,
    color: note.color,
    pinned: note.pinned,
    relations: [{ objectKey: 'contact', recordId: note.contactId }],
  };
}
