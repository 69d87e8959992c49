import 'server-only';
import { CrmState } from './crm-state';
import { EventOutlet } from './event-outlet';
import { FaultList } from './faults';
import { AcceptedLog, RequestLog } from './logs';
import { PreferenceState } from './preference-state';
import { createPrng, makeId, type Prng } from './prng';
import { RateWindow } from './rate-window';
import type {
  ContactRecord,
  ConversationRecord,
  EmailRecord,
  FileRecord,
  LocationProfile,
  MessageRecord,
  ProviderRecord,
  UploadSession,
  UserRecord,
} from './records';
import { inboxScopes } from './scopes';
import { SearchIndex } from './search-index';

export type LocationIdentity = { id: string; token: string; companyId: string; idSeed: string };

/** A thread of one message type, oldest first, that can say its dates without writing its messages. */
export type UnbuiltThread = {
  readonly length: number;
  readonly messageType: string;
  dateAt(index: number): number;
  messageAt(index: number): MessageRecord;
};

/** Everything one location holds. Nothing of it is shared with another, so tests can own a location each. */
export class LocationState {
  readonly id: string;
  readonly token: string;
  readonly companyId: string;
  readonly profile: LocationProfile;
  readonly now: () => number;
  /** Ids only: texts have a generator of their own, so that equal seeds give equal texts under other ids. */
  readonly ids: Prng;
  readonly users: UserRecord[] = [];
  readonly contacts = new Map<string, ContactRecord>();
  readonly conversations = new Map<string, ConversationRecord>();
  readonly conversationByContact = new Map<string, string>();
  readonly emails = new Map<string, EmailRecord>();
  readonly files = new Map<string, FileRecord>();
  /** Messages that are still to be sent; looked at on every request instead of by a timer. */
  readonly scheduled = new Set<string>();
  readonly providers = new Map<string, ProviderRecord>();
  readonly uploads = new Map<string, UploadSession>();
  /** GHL calls signed uploads internal, so they are refused until a control opens them (CONTRACT 1.7). */
  isSignedUploadAllowed = false;
  /** Conversations in which an agent is typing into a live chat. */
  readonly agentTyping = new Set<string>();
  /** Export cursors by their point-in-time id: when they die, in ms (CONTRACT 1.11). */
  readonly exportCursors = new Map<string, number>();
  readonly search: SearchIndex;
  readonly faults = new FaultList();
  readonly rate: RateWindow;
  readonly preferences = new PreferenceState();
  readonly crm = new CrmState();
  readonly events = new EventOutlet();
  readonly requests = new RequestLog();
  readonly accepted = new AcceptedLog();
  readonly scopes = new Set<string>(inboxScopes);
  readonly lifelike: { enabled: boolean; everyMs?: number } = { enabled: false };
  isTokenRevoked = false;
  latencyMs = 0;

  readonly #threads = new Map<string, MessageRecord[]>();
  readonly #homes = new Map<string, string>();
  readonly #unbuilt = new Map<string, UnbuiltThread>();
  /** Tells from a bulk message's id which unbuilt thread holds it. */
  unbuiltHomeOf: (messageId: string) => string | undefined = () => undefined;

  constructor(identity: LocationIdentity, profile: LocationProfile, now: () => number) {
    this.id = identity.id;
    this.token = identity.token;
    this.companyId = identity.companyId;
    this.profile = profile;
    this.now = now;
    this.ids = createPrng(identity.idSeed);
    this.search = new SearchIndex(this.conversations, this.contacts, now);
    this.rate = new RateWindow(now);
  }

  newId(): string {
    return makeId(this.ids);
  }

  addContact(contact: ContactRecord): void {
    this.contacts.set(contact.id, contact);
  }

  addConversation(conversation: ConversationRecord): void {
    this.search.willChange(conversation.id);
    this.conversations.set(conversation.id, conversation);
    this.conversationByContact.set(conversation.contactId, conversation.id);
  }

  removeConversation(conversation: ConversationRecord): void {
    this.search.willChange(conversation.id);
    for (const message of this.messagesOf(conversation.id)) this.#forget(message);
    this.conversations.delete(conversation.id);
    this.conversationByContact.delete(conversation.contactId);
    this.#threads.delete(conversation.id);
  }

  conversationOf(contactId: string): ConversationRecord | undefined {
    const id = this.conversationByContact.get(contactId);
    return id === undefined ? undefined : this.conversations.get(id);
  }

  /** Oldest first. */
  messagesOf(conversationId: string): readonly MessageRecord[] {
    return this.#thread(conversationId);
  }

  findMessage(messageId: string): MessageRecord | undefined {
    const home = this.#homes.get(messageId) ?? this.unbuiltHomeOf(messageId);
    if (home === undefined) return undefined;
    return this.#thread(home).find((message) => message.id === messageId);
  }

  /** Keeps the thread in order of time; of equal times the later arrival is the newer. */
  insertMessage(message: MessageRecord): void {
    const thread = this.#thread(message.conversationId);
    let position = thread.length;
    while (position > 0 && (thread[position - 1]?.dateAdded ?? 0) > message.dateAdded) position -= 1;
    thread.splice(position, 0, message);
    this.#homes.set(message.id, message.conversationId);
  }

  /** Takes it out of the order only: for a message that is put back at another time. */
  removeFromThread(message: MessageRecord): void {
    const thread = this.#thread(message.conversationId);
    const position = thread.indexOf(message);
    if (position >= 0) thread.splice(position, 1);
  }

  removeMessage(message: MessageRecord): void {
    this.removeFromThread(message);
    this.#forget(message);
  }

  /** A thread that is written only when somebody opens it: what makes 100 000 conversations start at once. */
  addUnbuiltThread(conversationId: string, thread: UnbuiltThread): void {
    this.#unbuilt.set(conversationId, thread);
  }

  /** The thread as long as nobody opened it: for readers of all threads, who must not write them all. */
  unbuiltThread(conversationId: string): UnbuiltThread | undefined {
    return this.#unbuilt.get(conversationId);
  }

  #thread(conversationId: string): MessageRecord[] {
    let thread = this.#threads.get(conversationId);
    if (thread) return thread;
    const unbuilt = this.#unbuilt.get(conversationId);
    this.#unbuilt.delete(conversationId);
    thread = unbuilt ? Array.from({ length: unbuilt.length }, (_, i) => unbuilt.messageAt(i)) : [];
    this.#threads.set(conversationId, thread);
    for (const message of thread) this.#homes.set(message.id, conversationId);
    return thread;
  }

  #forget(message: MessageRecord): void {
    this.#homes.delete(message.id);
    this.scheduled.delete(message.id);
    for (const emailId of message.emailIds ?? []) this.emails.delete(emailId);
  }
}
