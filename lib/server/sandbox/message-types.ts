import 'server-only';
import type { ContactRecord } from './records';

/** CONTRACT 1.5, completed to TYPE_ names. */
const documentedNumbers: Record<string, number> = {
  TYPE_CALL: 1,
  TYPE_SMS: 2,
  TYPE_EMAIL: 3,
  TYPE_SMS_REVIEW_REQUEST: 4,
  TYPE_WEBCHAT: 5,
  TYPE_SMS_NO_SHOW_REQUEST: 6,
  TYPE_CAMPAIGN_SMS: 7,
  TYPE_CAMPAIGN_CALL: 8,
  TYPE_CAMPAIGN_EMAIL: 9,
  TYPE_CAMPAIGN_VOICEMAIL: 10,
  TYPE_VOICEMAIL: 10,
  TYPE_FACEBOOK: 11,
  TYPE_CAMPAIGN_FACEBOOK: 12,
  TYPE_CAMPAIGN_MANUAL_CALL: 13,
  TYPE_CAMPAIGN_MANUAL_SMS: 14,
  TYPE_GMB: 15,
  TYPE_CAMPAIGN_GMB: 16,
  TYPE_REVIEW: 17,
  TYPE_INSTAGRAM: 18,
  TYPE_WHATSAPP: 19,
  TYPE_CUSTOM_SMS: 20,
  TYPE_CUSTOM_EMAIL: 21,
  TYPE_CUSTOM_PROVIDER_SMS: 22,
  TYPE_CUSTOM_PROVIDER_EMAIL: 23,
  TYPE_IVR_CALL: 24,
  TYPE_ACTIVITY_CONTACT: 25,
  TYPE_ACTIVITY_INVOICE: 26,
  TYPE_ACTIVITY_PAYMENT: 27,
  TYPE_ACTIVITY_OPPORTUNITY: 28,
  TYPE_LIVE_CHAT: 29,
  TYPE_LIVE_CHAT_INFO_MESSAGE: 30,
  TYPE_ACTIVITY_APPOINTMENT: 31,
  TYPE_FACEBOOK_COMMENT: 32,
  TYPE_INSTAGRAM_COMMENT: 33,
  TYPE_CUSTOM_CALL: 34,
  TYPE_GROUP_SMS: 35,
  TYPE_INTERNAL_CHAT: 36,
  TYPE_INTERNAL_COMMENT: 37,
  TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG: 38,
  TYPE_NO_SHOW: 100,
};

/** Nobody has recorded these numbers (CONTRACT 1.5); 9xx cannot be mistaken for one that is known. */
const inventedNumbers: Record<string, number> = {
  TYPE_RCS: 901,
  TYPE_TIKTOK: 902,
  TYPE_TIKTOK_COMMENT: 903,
  TYPE_ACTIVITY_WHATSAPP: 904,
  TYPE_FORM_SUBMISSION: 905,
  TYPE_SMS_REACTION: 906,
};
const unknownTypeNumber = 999;

export function numberOfMessageType(messageType: string): number {
  return documentedNumbers[messageType] ?? inventedNumbers[messageType] ?? unknownTypeNumber;
}

/** The types of POST /conversations/messages, in the order GHL's own refusal lists them (CONTRACT 1.6). */
export const sendTypes: Record<
  string,
  { messageType: string; dndChannel?: string; needs?: 'phone' | 'email' }
> = {
  SMS: { messageType: 'TYPE_SMS', dndChannel: 'SMS', needs: 'phone' },
  RCS: { messageType: 'TYPE_RCS', dndChannel: 'RCS', needs: 'phone' },
  Email: { messageType: 'TYPE_EMAIL', dndChannel: 'Email', needs: 'email' },
  WhatsApp: { messageType: 'TYPE_WHATSAPP', dndChannel: 'WhatsApp', needs: 'phone' },
  IG: { messageType: 'TYPE_INSTAGRAM', dndChannel: 'FB' },
  FB: { messageType: 'TYPE_FACEBOOK', dndChannel: 'FB' },
  Custom: { messageType: 'TYPE_CUSTOM_SMS' },
  Live_Chat: { messageType: 'TYPE_LIVE_CHAT' },
  TIKTOK: { messageType: 'TYPE_TIKTOK' },
  InternalComment: { messageType: 'TYPE_INTERNAL_COMMENT' },
};

/** The words the inbound control takes: those of a send, the channels that cannot be sent, or a TYPE_ string. */
export function messageTypeFromWord(word: string): string {
  if (word.startsWith('TYPE_')) return word;
  const more: Record<string, string> = {
    GMB: 'TYPE_GMB',
    Review: 'TYPE_REVIEW',
    Webchat: 'TYPE_WEBCHAT',
    Call: 'TYPE_CALL',
    Voicemail: 'TYPE_VOICEMAIL',
    GroupSMS: 'TYPE_GROUP_SMS',
  };
  return sendTypes[word]?.messageType ?? more[word] ?? `TYPE_${word.toUpperCase()}`;
}

const conversationTypeNames = new Map([
  [1, 'TYPE_PHONE'],
  [2, 'TYPE_EMAIL'],
  [3, 'TYPE_FB_MESSENGER'],
  [4, 'TYPE_REVIEW'],
  [5, 'TYPE_GROUP_SMS'],
]);

export function nameOfConversationType(type: number): string {
  return conversationTypeNames.get(type) ?? 'TYPE_PHONE';
}

/** An email-only contact is still TYPE_PHONE (CONTRACT 1.2); only these channels make another type. */
export function conversationTypeFor(messageType: string | undefined): number {
  if (messageType === 'TYPE_FACEBOOK') return 3;
  if (messageType === 'TYPE_REVIEW') return 4;
  if (messageType === 'TYPE_GROUP_SMS') return 5;
  return 1;
}

/** Search rows of calls and emails carry no lastMessageBody (CONTRACT 1.2). */
export function hasRowBody(messageType: string): boolean {
  return (
    !messageType.endsWith('CALL') && !messageType.includes('EMAIL') && !messageType.includes('VOICEMAIL')
  );
}

export function isBlockedByDnd(contact: ContactRecord, channel: string | undefined): boolean {
  if (channel === undefined) return false;
  const status = contact.dndSettings?.[channel]?.status;
  // 'active' means blocked; an explicit 'inactive' opens one channel of a contact with dnd (CONTRACT 4).
  if (status === 'active' || status === 'permanent') return true;
  return contact.dnd === true && status !== 'inactive';
}
