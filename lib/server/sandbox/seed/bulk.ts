import 'server-only';
import type { LocationState, UnbuiltThread } from '@/lib/server/sandbox/location-state';
import { conversationTypeFor, numberOfMessageType } from '@/lib/server/sandbox/message-types';
import { createPrng, type Prng } from '@/lib/server/sandbox/prng';
import type { ContactRecord, ConversationRecord, MessageRecord } from '@/lib/server/sandbox/records';
import { bridalTopics } from './bridal-topics';
import { createBulkIds } from './bulk-ids';
import { dentalTopics } from './dental-topics';
import { firstNames, lastNames, mailNameOf } from './names';
import { staff, staffIds } from './profiles';
import { speak, type TopicSet } from './topic';

type BulkRecipe = {
  seed: number;
  preset: string;
  conversations?: number;
  messages?: number;
  sameTimestamp?: number;
};
type Writing = { location: LocationState; now: number };

const channels = [
  'TYPE_SMS',
  'TYPE_SMS',
  'TYPE_SMS',
  'TYPE_WHATSAPP',
  'TYPE_FACEBOOK',
  'TYPE_INSTAGRAM',
  'TYPE_LIVE_CHAT',
];
const messagesEach = 10;
const dayMs = 86_400_000;
const oldestDays = 700;
const tieAgoMs = 45 * 60_000;
const betweenLinesMs = 3_500_000;

/** Fills a location up to the wanted size. Threads are written when they are opened, so the start stays fast. */
export function addBulk({ location, now }: Writing, recipe: BulkRecipe): void {
  const random = createPrng(`bulk:${recipe.seed}`);
  const set = recipe.preset === 'dental' ? dentalTopics : bridalTopics;
  const ties = recipe.sameTimestamp ?? 0;
  const count = Math.max(0, (recipe.conversations ?? 0) - location.conversations.size - ties);
  const total = count + ties;
  if (total === 0) return;
  const written = [...location.conversations.keys()].reduce(
    (sum, id) => sum + location.messagesOf(id).length,
    0,
  );
  const wanted =
    recipe.messages === undefined ? total * messagesEach : Math.max(total, recipe.messages - written);
  const base = Math.floor(wanted / total);
  const homes: string[] = [];
  const ids = createBulkIds(location.ids, homes);
  location.unbuiltHomeOf = ids.homeOf;

  for (let i = 0; i < total; i += 1) {
    const length = base + (i < wanted - base * total ? 1 : 0);
    // The newest days are the busiest, as in a real inbox.
    const agoMs = 3_600_000 + random.next() ** 2 * oldestDays * dayMs;
    const lastMessageDate = i < ties ? now - tieAgoMs : Math.round(now - agoMs);
    const conversation = addConversation(location, random, set, i, lastMessageDate, length);
    homes.push(conversation.id);
    location.addUnbuiltThread(conversation.id, new BulkThread(conversation, set, i, length, ids.idFor));
  }
}

function addConversation(
  location: LocationState,
  random: Prng,
  set: TopicSet,
  ordinal: number,
  lastMessageDate: number,
  length: number,
): ConversationRecord {
  const first = firstNames[ordinal % firstNames.length] ?? 'Robin';
  const last = lastNames[Math.floor(ordinal / 3) % lastNames.length] ?? 'Field';
  const dateAdded = lastMessageDate - length * 3_600_000;
  const owner = random.pick(['mika', 'jonas', 'priya', 'nobody'] as const);
  const contact: ContactRecord = {
    id: location.newId(),
    locationId: location.id,
    firstName: first,
    lastName: last,
    email: `${mailNameOf(first, last)}${ordinal}@bulk.example`,
    phone: `+1971${String(2_000_000 + ordinal)}`,
    tags: random.chance(0.2) ? [random.pick(set.tags)] : [],
    assignedTo: owner === 'nobody' ? undefined : staffIds[owner],
    source: 'Import',
    additionalEmails: [],
    additionalPhones: [],
    followers: [],
    customFields: [],
    dateAdded,
    dateUpdated: dateAdded,
  };
  location.addContact(contact);
  const channel = random.pick(channels);
  const newest = lineAt(ordinal, length - 1, set);
  const conversation: ConversationRecord = {
    id: location.newId(),
    locationId: location.id,
    contactId: contact.id,
    type: conversationTypeFor(channel),
    dateAdded,
    dateUpdated: lastMessageDate,
    lastMessageDate,
    lastManualMessageDate: newest.isTheirs ? null : lastMessageDate,
    lastMessageType: channel,
    lastMessageBody: newest.text,
    lastMessageDirection: newest.isTheirs ? 'inbound' : 'outbound',
    lastOutboundMessageAction: 'manual',
    isLastMessageInternalComment: false,
    unreadCount: newest.isTheirs && random.chance(0.3) ? 1 : 0,
    inbox: true,
    followers: [],
    mentions: [],
    messageTypes: [numberOfMessageType(channel)],
  };
  location.addConversation(conversation);
  return conversation;
}

/** Kept small, for there may be 100 000 of them: what the conversation says is read, not copied. */
class BulkThread implements UnbuiltThread {
  readonly length: number;
  readonly messageType: string;
  readonly #conversation: ConversationRecord;
  readonly #newestAt: number;
  readonly #set: TopicSet;
  readonly #ordinal: number;
  readonly #idFor: (ordinal: number, index: number) => string;

  constructor(
    conversation: ConversationRecord,
    set: TopicSet,
    ordinal: number,
    length: number,
    idFor: (ordinal: number, index: number) => string,
  ) {
    this.length = length;
    this.messageType = conversation.lastMessageType;
    this.#conversation = conversation;
    this.#newestAt = conversation.lastMessageDate;
    this.#set = set;
    this.#ordinal = ordinal;
    this.#idFor = idFor;
  }

  dateAt(index: number): number {
    return this.#newestAt - (this.length - 1 - index) * betweenLinesMs;
  }

  messageAt(index: number): MessageRecord {
    const { isTheirs, text } = lineAt(this.#ordinal, index, this.#set);
    const at = this.dateAt(index);
    return {
      id: this.#idFor(this.#ordinal, index),
      conversationId: this.#conversation.id,
      contactId: this.#conversation.contactId,
      locationId: this.#conversation.locationId,
      messageType: this.messageType,
      direction: isTheirs ? 'inbound' : 'outbound',
      dateAdded: at,
      dateUpdated: at,
      status: 'delivered',
      contentType: 'text/plain',
      body: text,
      attachments: [],
      source: 'app',
      userId: isTheirs ? undefined : staff[this.#ordinal % staff.length]?.id,
    };
  }
}

/** Any line of any bulk thread, without the lines before it: so the list can show the last one alone. */
function lineAt(ordinal: number, index: number, set: TopicSet): { isTheirs: boolean; text: string } {
  const linesATopic = 6;
  const random = createPrng(`line:${ordinal}:${Math.floor(index / linesATopic)}`);
  const spoken = speak(random, set, random.pick(set.topics));
  return spoken[(index % linesATopic) % spoken.length] ?? { isTheirs: true, text: 'Thanks!' };
}
