import 'server-only';
import type { ContactRecord, ConversationRecord } from './records';

/** What a search sees of one conversation: its row fields and those it takes from the contact. */
export type SearchEntry = { conversation: ConversationRecord; contact: ContactRecord };

type PendingWrite = { before: SearchEntry | null; until: number };

/**
 * The order of a location's conversations, sorted when first asked for after a change. With a lag set, a write is
 * seen only when its time has come, as GHL's own index lags behind its writes (CONTRACT 1.3).
 */
export class SearchIndex {
  lagMs = 0;
  readonly #conversations: ReadonlyMap<string, ConversationRecord>;
  readonly #contacts: ReadonlyMap<string, ContactRecord>;
  readonly #now: () => number;
  readonly #pending = new Map<string, PendingWrite[]>();
  #ordered: SearchEntry[] = [];
  #isStale = true;

  constructor(
    conversations: ReadonlyMap<string, ConversationRecord>,
    contacts: ReadonlyMap<string, ContactRecord>,
    now: () => number,
  ) {
    this.#conversations = conversations;
    this.#contacts = contacts;
    this.#now = now;
  }

  /** Call before a conversation or its contact changes, is made or is removed. */
  willChange(conversationId: string): void {
    this.#isStale = true;
    if (this.lagMs <= 0) return;
    const entry = this.#entry(conversationId);
    const before = entry && { conversation: { ...entry.conversation }, contact: { ...entry.contact } };
    const writes = this.#pending.get(conversationId) ?? [];
    writes.push({ before, until: this.#now() + this.lagMs });
    this.#pending.set(conversationId, writes);
  }

  /** Newest first; ties by id, so that two reads never disagree. */
  newestFirst(): readonly SearchEntry[] {
    const now = this.#now();
    if (this.#isStale) {
      const entries: SearchEntry[] = [];
      for (const id of this.#conversations.keys()) {
        const entry = this.#entry(id);
        if (entry) entries.push(entry);
      }
      this.#ordered = entries.sort(newerFirst);
      this.#isStale = false;
    }
    if (this.#pending.size === 0) return this.#ordered;
    return this.#withoutPendingWrites(now);
  }

  #withoutPendingWrites(now: number): SearchEntry[] {
    const seen: SearchEntry[] = [];
    for (const [id, writes] of this.#pending) {
      const open = writes.filter((write) => write.until > now);
      const oldest = open[0];
      if (oldest === undefined) {
        this.#pending.delete(id);
        continue;
      }
      this.#pending.set(id, open);
      if (oldest.before) seen.push(oldest.before);
    }
    const settled = this.#ordered.filter((entry) => !this.#pending.has(entry.conversation.id));
    return [...settled, ...seen].sort(newerFirst);
  }

  #entry(conversationId: string): SearchEntry | null {
    const conversation = this.#conversations.get(conversationId);
    const contact = conversation && this.#contacts.get(conversation.contactId);
    return conversation && contact ? { conversation, contact } : null;
  }
}

function newerFirst(a: SearchEntry, b: SearchEntry): number {
  const byDate = b.conversation.lastMessageDate - a.conversation.lastMessageDate;
  if (byDate !== 0) return byDate;
  return a.conversation.id < b.conversation.id ? -1 : 1;
}
