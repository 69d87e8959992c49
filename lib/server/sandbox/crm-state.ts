import 'server-only';

export type NoteRecord = {
  id: string;
  contactId: string;
  locationId: string;
  userId?: string;
  /** Plain text or HTML, as it was sent. */
  body: string;
  title?: string;
  color?: string;
  pinned: boolean;
  dateAdded: number;
};

export type TaskRecord = {
  id: string;
  contactId: string;
  locationId: string;
  title: string;
  body?: string;
  assignedTo?: string;
  dueDate: number;
  completed: boolean;
  dateAdded: number;
};

export type CustomField = {
  id: string;
  name: string;
  fieldKey: string;
  dataType: string;
  placeholder: string;
  position: number;
  picklistOptions?: string[];
};

export type CustomValue = { id: string; name: string; fieldKey: string; value: string };

export type Template = {
  id: string;
  name: string;
  type: 'sms' | 'email' | 'whatsapp';
  /** The text of an SMS or WhatsApp template, the HTML of an email. Merge tags stay raw. */
  body: string;
  subject?: string;
  dateAdded: number;
};

export type PhoneNumber = {
  phoneNumber: string;
  friendlyName: string;
  sid: string;
  type: 'local' | 'toll-free' | 'mobile' | 'national';
  isDefaultNumber: boolean;
  canText: boolean;
  linkedUser: string | null;
  dateAdded: number;
};

/** What a location keeps beside its conversations: notes and tasks of contacts, and its own settings. */
export class CrmState {
  readonly tags = new Map<string, string>();
  readonly customFields: CustomField[] = [];
  readonly customValues: CustomValue[] = [];
  readonly templates: Template[] = [];
  readonly phoneNumbers: PhoneNumber[] = [];
  readonly #notes = new Map<string, NoteRecord[]>();
  readonly #tasks = new Map<string, TaskRecord[]>();

  /** Newest first. */
  notesOf(contactId: string): readonly NoteRecord[] {
    return this.#notes.get(contactId) ?? [];
  }

  addNote(note: NoteRecord): void {
    this.#notes.set(note.contactId, [note, ...this.notesOf(note.contactId)]);
  }

  removeNote(note: NoteRecord): void {
    this.#notes.set(
      note.contactId,
      this.notesOf(note.contactId).filter((other) => other !== note),
    );
  }

  /** Newest first. */
  tasksOf(contactId: string): readonly TaskRecord[] {
    return this.#tasks.get(contactId) ?? [];
  }

  allTasks(): TaskRecord[] {
    return [...this.#tasks.values()].flat();
  }

  addTask(task: TaskRecord): void {
    this.#tasks.set(task.contactId, [task, ...this.tasksOf(task.contactId)]);
  }

  removeTask(task: TaskRecord): void {
    this.#tasks.set(
      task.contactId,
      this.tasksOf(task.contactId).filter((other) => other !== task),
    );
  }

  forgetContact(contactId: string): void {
    this.#notes.delete(contactId);
    this.#tasks.delete(contactId);
  }
}
