import 'server-only';
import { parseTalk } from '@/lib/server/sandbox/call-script';
import { addFile, contentTypeOf, fileUrl as urlOfFile } from '@/lib/server/sandbox/files';
import type { LocationState } from '@/lib/server/sandbox/location-state';
import { makeHex } from '@/lib/server/sandbox/prng';
import type { ContactRecord, ConversationRecord, MessageRecord } from '@/lib/server/sandbox/records';
import { applyToConversation, createConversation } from '@/lib/server/sandbox/thread-effects';
import { drawFile } from './assets';
import { writeMail } from './mail-writer';
import { staff, staffIds } from './profiles';
import type { SeedLine, SeedPerson, SeedThread, Who } from './seed-thread';

export type Writing = { location: LocationState; baseUrl: string; now: number };

/** Writes one demo conversation with its contact. */
export function writeThread(writing: Writing, thread: SeedThread): ConversationRecord {
  const { location, now } = writing;
  const lines = [...thread.lines].sort((a, b) => b.agoMs - a.agoMs);
  const firstAgoMs = lines[0]?.agoMs ?? thread.madeAgoMs ?? 0;
  const startedAt = now - firstAgoMs - 90_000;
  const contact = writeContact(writing, thread, startedAt);
  const conversation = createConversation(location, contact.id, {
    at: startedAt,
    messageType: thread.channel,
  });
  const mailItems = new Map<string, MessageRecord>();
  const fileUrl = (name: string): string => seedFile(writing, name);
  for (const line of lines) {
    if (line.kind === 'mail') writeMail({ location, now, fileUrl }, conversation, contact, line, mailItems);
    else writeLine(writing, conversation, contact, line, thread.channel);
  }
  // Reading leaves no trace in the lines, so the seed says how many are unread.
  conversation.unreadCount = thread.lines.length === 0 ? undefined : (thread.unread ?? 0);
  if (thread.starred !== undefined) conversation.starred = thread.starred;
  return conversation;
}

function writeContact(writing: Writing, thread: SeedThread, at: number): ContactRecord {
  const { location } = writing;
  const { person } = thread;
  const contact: ContactRecord = {
    id: location.newId(),
    locationId: location.id,
    firstName: person.first,
    lastName: person.last,
    email: person.email,
    phone: person.phone,
    companyName: person.company,
    tags: person.tags ?? [],
    assignedTo: person.owner && staffIds[person.owner],
    source: person.source ?? 'Website form',
    city: person.city,
    state: person.state,
    country: person.country ?? 'US',
    timezone: person.timezone,
    visitorId: person.visitorId,
    profilePhoto: person.hasPhoto ? seedFile(writing, `photo-${person.first?.toLowerCase()}.png`) : undefined,
    additionalEmails: person.otherEmails ?? [],
    additionalPhones: person.otherPhones ?? [],
    followers: (thread.following ?? []).map((name) => staffIds[name]),
    customFields: [],
    dateAdded: at,
    dateUpdated: at,
    ...dndOf(person),
  };
  location.addContact(contact);
  return contact;
}

function dndOf(person: SeedPerson): Pick<ContactRecord, 'dnd' | 'dndSettings'> {
  if (person.isBlockedEverywhere) return { dnd: true };
  const blocked = person.blocked ?? [];
  const optedOut = person.hasOptedOutOf ?? [];
  if (blocked.length + optedOut.length === 0) return {};
  const dndSettings: Record<string, { status: string; message: string; code: string }> = {};
  for (const channel of ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB', 'RCS']) {
    dndSettings[channel] = { status: 'inactive', message: '', code: '' };
    if (blocked.includes(channel)) {
      dndSettings[channel] = { status: 'active', message: 'Updated by Mika Kaur', code: '101' };
    }
    if (optedOut.includes(channel)) {
      dndSettings[channel] = { status: 'permanent', message: 'STOP received', code: '102' };
    }
  }
  return { dnd: false, dndSettings };
}

function seedFile(writing: Writing, name: string): string {
  const contentType = contentTypeOf(name) ?? 'application/octet-stream';
  const file = addFile(writing.location, { name, contentType, bytes: () => drawFile(name) });
  return urlOfFile(writing.baseUrl, writing.location.id, file);
}

type PlainLine = Exclude<SeedLine, { kind: 'mail' }>;

function writeLine(
  writing: Writing,
  conversation: ConversationRecord,
  contact: ContactRecord,
  line: PlainLine,
  channel: string,
): void {
  const { location, now } = writing;
  const isInbound = line.who === 'them';
  const at = now - line.agoMs;
  const message: MessageRecord = {
    id: location.newId(),
    conversationId: conversation.id,
    contactId: contact.id,
    locationId: location.id,
    messageType: channel,
    direction: isInbound ? 'inbound' : 'outbound',
    dateAdded: at,
    dateUpdated: at,
    source: line.who === 'auto' ? 'workflow' : 'app',
    userId: userOf(line.who),
    from: isInbound ? contact.phone : location.profile.phone,
    to: isInbound ? location.profile.phone : contact.phone,
    altId: `SM${makeHex(location.ids, 32)}`,
  };
  fillLine(writing, message, line);
  location.insertMessage(message);
  if (line.kind === 'scheduled') location.scheduled.add(message.id);
  else applyToConversation(location, message);
}

function fillLine(writing: Writing, message: MessageRecord, line: PlainLine): void {
  switch (line.kind) {
    case 'text':
      message.messageType = line.via ?? message.messageType;
      message.body = line.text;
      message.contentType = 'text/plain';
      message.attachments = (line.files ?? []).map((name) => seedFile(writing, name));
      message.status = line.status ?? 'delivered';
      message.meta = line.meta;
      return;
    case 'call':
      // No body and no attachments, and inbound calls name no user (CONTRACT 1.4).
      message.messageType = line.via ?? 'TYPE_CALL';
      message.status = line.status;
      message.meta = { call: { duration: line.seconds, status: line.status } };
      message.talk = line.talk && parseTalk(line.talk);
      message.transcriptReadyAt = line.isNeverTranscribed ? Number.POSITIVE_INFINITY : undefined;
      return;
    case 'comment':
      message.messageType = 'TYPE_INTERNAL_COMMENT';
      message.contentType = 'text/plain';
      message.body = withMentions(line.text);
      message.mentions = line.mentions.map((name) => staffIds[name]);
      message.status = 'delivered';
      message.attachments = [];
      return;
    case 'event':
      // Activities carry neither contentType nor status (CONTRACT 1.4).
      message.messageType = line.via;
      message.body = line.text;
      message.source = 'app';
      message.activity = { title: line.title, type: line.type, data: line.data ?? {} };
      message.altId = undefined;
      return;
    case 'scheduled':
      message.messageType = line.via ?? message.messageType;
      message.body = line.text;
      message.contentType = 'text/plain';
      message.attachments = [];
      message.scheduledAt = writing.now + line.inMs;
      message.delivery = { startedAt: message.scheduledAt, outcome: 'delivered' };
      return;
  }
}

function userOf(who: Who): string | undefined {
  return who === 'them' || who === 'auto' ? undefined : staffIds[who];
}

function withMentions(text: string): string {
  return text.replace(/@\{(\w+)\}/g, (_, name: string) => {
    const user = staff.find(({ firstName }) => firstName.toLowerCase() === name);
    return user ? `@${user.firstName} ${user.lastName}<userId>${user.id}</userId>` : `@${name}`;
  });
}
