import 'server-only';
import { receiveMessage } from './inbound';
import type { LocationState } from './location-state';
import { createPrng } from './prng';
import type { ConversationRecord } from './records';

/** What a contact says to a question, to a thank-you, and to anything else the team wrote. */
const answers = [
  'Yes please, go ahead.',
  'That works for me. Should I bring anything?',
  'Ok, let me check with my sister and I will tell you tonight.',
  'Hmm, would the week after also be possible?',
  'The second one, I think. What would you take?',
  'Yes! Around four if you can.',
];
const courtesies = ['Of course! 😊', 'You are welcome, see you soon.', 'Thank YOU. You saved my week.'];
const replies = [
  'Perfect, thank you so much!',
  'Great, see you then 😊',
  'Thanks for getting back so quickly!',
  'Wonderful! One more question: is there parking nearby?',
  'Got it, thanks.',
  'Oh lovely. Could you send me a photo as well?',
  'Sounds good 👍',
];
const openers = [
  'Hi! Do you have anything free this Saturday?',
  'Quick question: how long does an appointment take?',
  'Hello, I am running about ten minutes late, sorry!',
  'Is it ok if I bring my mother along?',
  'Hi again, did my parcel arrive with you?',
  'Could you tell me your opening hours on Friday?',
  'I found the receipt, shall I email it to you?',
  'Good morning! Any news about my order?',
];
/** Channels a contact can write on by themselves. Others are answered by SMS. */
const writableTypes = new Set([
  'TYPE_SMS',
  'TYPE_WHATSAPP',
  'TYPE_FACEBOOK',
  'TYPE_INSTAGRAM',
  'TYPE_LIVE_CHAT',
  'TYPE_RCS',
  'TYPE_TIKTOK',
  'TYPE_GMB',
  'TYPE_WEBCHAT',
]);

const defaultPauseMs = [20_000, 60_000] as const;
const replyPauseMs = [4_000, 14_000] as const;

/** Starts or stops contacts writing by themselves. No timer keeps the process alive. */
export function setLifelike(location: LocationState, enabled: boolean, everyMs?: number): void {
  const wasEnabled = location.lifelike.enabled;
  location.lifelike.enabled = enabled;
  location.lifelike.everyMs = everyMs;
  if (enabled && !wasEnabled) scheduleOpener(location);
}

export type Answered = { conversationId: string; messageType: string; text: string; emailId?: string };

/** A contact answers some seconds after the team wrote; nothing happens unless the mode is on. */
export function scheduleReply(location: LocationState, answered: Answered): void {
  if (!location.lifelike.enabled) return;
  const { conversationId, messageType, text, emailId } = answered;
  const random = createPrng(`${location.id}:${conversationId}:${location.accepted.all().length}`);
  const waitMs = location.lifelike.everyMs ?? random.between(...replyPauseMs);
  const timer = setTimeout(() => {
    const conversation = location.conversations.get(conversationId);
    const canAnswer = writableTypes.has(messageType) || emailId !== undefined;
    if (!location.lifelike.enabled || !conversation || !canAnswer) return;
    const subject = emailId === undefined ? undefined : replySubject(location, emailId);
    receiveMessage(location, conversation, {
      messageType,
      body: random.pick(fittingWords(text)),
      subject,
      threadId: emailId,
    });
  }, waitMs);
  timer.unref();
}

function fittingWords(text: string): readonly string[] {
  if (text.includes('?')) return answers;
  return /\bthank/i.test(text) ? courtesies : replies;
}

function replySubject(location: LocationState, emailId: string): string {
  const subject = location.emails.get(emailId)?.subject ?? '';
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

function scheduleOpener(location: LocationState): void {
  const random = createPrng(`${location.id}:${location.search.newestFirst()[0]?.conversation.dateUpdated}`);
  const waitMs = location.lifelike.everyMs ?? random.between(...defaultPauseMs);
  const timer = setTimeout(() => {
    if (!location.lifelike.enabled) return;
    const conversation = pickConversation(location, random.next());
    if (conversation) {
      const messageType = writableTypes.has(conversation.lastMessageType)
        ? conversation.lastMessageType
        : 'TYPE_SMS';
      receiveMessage(location, conversation, { messageType, body: random.pick(openers) });
    }
    scheduleOpener(location);
  }, waitMs);
  timer.unref();
}

/**
 * One of the forty newest: people who were just in touch are the ones who write again. Whoever has neither a channel of
 * their own nor a phone cannot.
 */
function pickConversation(location: LocationState, share: number): ConversationRecord | undefined {
  const able = location.search
    .newestFirst()
    .slice(0, 40)
    .filter(
      ({ conversation }) =>
        writableTypes.has(conversation.lastMessageType) ||
        Boolean(location.contacts.get(conversation.contactId)?.phone),
    );
  return able[Math.floor(share * able.length) % Math.max(1, able.length)]?.conversation;
}
