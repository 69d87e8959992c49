import 'server-only';
import type { LocationState } from './location-state';
import type { ContactRecord, Delivery, EmailRecord, MessageRecord } from './records';
import { applyToConversation, placeEmailInThread } from './thread-effects';

/** How long a sent message stays in each state. GHL's own times vary; these are short enough for a person to watch. */
const pendingMs = 800;
const sentMs = 2_200;

/** Numbers and addresses that never get anything, so that a failure can be had on purpose. */
const undeliveredPhoneEnding = '0199';
const failedPhoneEnding = '0198';
const bouncingDomain = '@bounce.example';

export function statusOf(record: MessageRecord | EmailRecord, now: number): string | undefined {
  if (record.scheduledAt !== undefined) return 'scheduled';
  return record.delivery ? deliveryStage(record.delivery, now).status : record.status;
}

/** When the state that is shown now began: what GHL calls dateUpdated. */
export function statusSince(record: MessageRecord, now: number): number {
  return record.delivery && record.scheduledAt === undefined
    ? deliveryStage(record.delivery, now).since
    : record.dateUpdated;
}

function deliveryStage(delivery: Delivery, now: number): { status: string; since: number } {
  const age = now - delivery.startedAt;
  if (age < pendingMs) return { status: 'pending', since: delivery.startedAt };
  if (age < sentMs) return { status: 'sent', since: delivery.startedAt + pendingMs };
  return { status: delivery.outcome, since: delivery.startedAt + sentMs };
}

export function outcomeFor(contact: ContactRecord, messageType: string, emailTo: string | undefined): string {
  if (messageType === 'TYPE_EMAIL') {
    return (emailTo ?? contact.email ?? '').endsWith(bouncingDomain) ? 'failed' : 'delivered';
  }
  if (contact.phone?.endsWith(failedPhoneEnding)) return 'failed';
  return contact.phone?.endsWith(undeliveredPhoneEnding) ? 'undelivered' : 'delivered';
}

/** Sends what was scheduled and has come due. Called on every request, so nothing needs a timer. */
export function settleScheduled(location: LocationState): void {
  const now = location.now();
  for (const id of location.scheduled) {
    const email = location.emails.get(id);
    const message = location.findMessage(email?.threadId ?? id);
    const dueAt = email?.scheduledAt ?? message?.scheduledAt;
    if (message === undefined || dueAt === undefined) {
      location.scheduled.delete(id);
      continue;
    }
    if (dueAt > now) continue;
    location.scheduled.delete(id);
    if (email) sendScheduledEmail(location, message, email, dueAt);
    else sendScheduledMessage(location, message, dueAt);
  }
}

function sendScheduledMessage(location: LocationState, message: MessageRecord, dueAt: number): void {
  location.removeFromThread(message);
  message.scheduledAt = undefined;
  message.dateAdded = dueAt;
  message.dateUpdated = dueAt;
  if (message.delivery) message.delivery.startedAt = dueAt;
  location.insertMessage(message);
  applyToConversation(location, message);
}

function sendScheduledEmail(
  location: LocationState,
  item: MessageRecord,
  email: EmailRecord,
  dueAt: number,
): void {
  email.scheduledAt = undefined;
  email.dateAdded = dueAt;
  if (email.delivery) email.delivery.startedAt = dueAt;
  placeEmailInThread(location, item, email);
}
