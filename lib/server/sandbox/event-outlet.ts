import 'server-only';
import type { NoteRecord, TaskRecord } from './crm-state';
import type { ContactRecord, ConversationRecord, EmailRecord, MessageRecord } from './records';

export type ContactChange = 'Create' | 'Update' | 'Delete' | 'TagUpdate' | 'DndUpdate';

/** What happened in a location, in the sandbox's own terms: webhook-payload.ts says it in GHL's. */
export type LocationEvent =
  | { kind: 'message'; message: MessageRecord; email?: EmailRecord }
  | { kind: 'conversation'; conversation: ConversationRecord; isDeleted?: true }
  | { kind: 'contact'; change: ContactChange; contact: ContactRecord }
  | { kind: 'note'; change: 'Create' | 'Update' | 'Delete'; note: NoteRecord }
  | { kind: 'task'; change: 'Create' | 'Complete' | 'Delete'; task: TaskRecord };

/** Silent until somebody listens, so that writing the demo data tells nobody. */
export class EventOutlet {
  #listener: ((event: LocationEvent) => void) | undefined;

  listen(listener: ((event: LocationEvent) => void) | undefined): void {
    this.#listener = listener;
  }

  emit(event: LocationEvent): void {
    this.#listener?.(event);
  }
}
