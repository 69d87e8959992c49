/** How a message is drawn. Unknown types fall to `text`, unknown activities to `activity`: always readable. */
export type MessageForm =
  | 'text'
  | 'email'
  | 'call'
  | 'voicemail'
  | 'comment'
  | 'activity'
  | 'review'
  | 'form'
  | 'reaction';

export function messageForm(type: string): MessageForm {
  if (type.startsWith('TYPE_ACTIVITY') || type === 'TYPE_LIVE_CHAT_INFO_MESSAGE') return 'activity';
  return forms[type] ?? 'text';
}

/** The words for a type on the screen: "SMS", "Email", "Instagram comment"; an unknown type in plain words. */
export function channelLabel(type: string): string {
  return labels[type] ?? sentence(type.replace(/^TYPE_/, ''));
}

/** Whether anybody has told what it is: of others the screen says that it does not know. */
export function isKnownType(type: string): boolean {
  return type in labels || type in forms || type.startsWith('TYPE_ACTIVITY');
}

/** The picture that stands for a type; several types share one. */
export type ChannelIcon =
  | 'sms'
  | 'email'
  | 'chat'
  | 'social'
  | 'call'
  | 'voicemail'
  | 'review'
  | 'comment'
  | 'activity';

export function channelIcon(type: string): ChannelIcon {
  if (messageForm(type) !== 'text') return iconOfForm[messageForm(type)] ?? 'chat';
  if (/SMS|RCS/.test(type)) return 'sms';
  if (/FACEBOOK|INSTAGRAM|TIKTOK|GMB/.test(type)) return 'social';
  return 'chat';
}

const forms: Record<string, MessageForm> = {
  TYPE_EMAIL: 'email',
  TYPE_CUSTOM_EMAIL: 'email',
  TYPE_CUSTOM_PROVIDER_EMAIL: 'email',
  TYPE_CAMPAIGN_EMAIL: 'email',
  TYPE_CALL: 'call',
  TYPE_IVR_CALL: 'call',
  TYPE_CUSTOM_CALL: 'call',
  TYPE_CAMPAIGN_CALL: 'call',
  TYPE_CAMPAIGN_MANUAL_CALL: 'call',
  TYPE_CALL_CONNECTED: 'call',
  TYPE_CALL_ENDED: 'call',
  TYPE_VOICEMAIL: 'voicemail',
  TYPE_CAMPAIGN_VOICEMAIL: 'voicemail',
  TYPE_INTERNAL_COMMENT: 'comment',
  TYPE_REVIEW: 'review',
  TYPE_FORM_SUBMISSION: 'form',
  TYPE_SMS_REACTION: 'reaction',
};

const iconOfForm: Partial<Record<MessageForm, ChannelIcon>> = {
  email: 'email',
  call: 'call',
  voicemail: 'voicemail',
  comment: 'comment',
  activity: 'activity',
  review: 'review',
};

const labels: Record<string, string> = {
  TYPE_SMS: 'SMS',
  TYPE_RCS: 'RCS',
  TYPE_GROUP_SMS: 'Group SMS',
  TYPE_CAMPAIGN_SMS: 'Campaign SMS',
  TYPE_SMS_REVIEW_REQUEST: 'Review request by SMS',
  TYPE_SMS_NO_SHOW_REQUEST: 'No-show request by SMS',
  TYPE_CAMPAIGN_MANUAL_SMS: 'Campaign SMS',
  TYPE_SMS_REACTION: 'Reaction',
  TYPE_CUSTOM_SMS: 'SMS',
  TYPE_CUSTOM_PROVIDER_SMS: 'SMS',
  TYPE_EMAIL: 'Email',
  TYPE_CUSTOM_EMAIL: 'Email',
  TYPE_CUSTOM_PROVIDER_EMAIL: 'Email',
  TYPE_CAMPAIGN_EMAIL: 'Campaign email',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_FACEBOOK: 'Facebook',
  TYPE_CAMPAIGN_FACEBOOK: 'Campaign on Facebook',
  TYPE_FACEBOOK_COMMENT: 'Facebook comment',
  TYPE_INSTAGRAM: 'Instagram',
  TYPE_INSTAGRAM_COMMENT: 'Instagram comment',
  TYPE_TIKTOK: 'TikTok',
  TYPE_TIKTOK_COMMENT: 'TikTok comment',
  TYPE_GMB: 'Google Business',
  TYPE_CAMPAIGN_GMB: 'Campaign on Google Business',
  TYPE_LIVE_CHAT: 'Live chat',
  TYPE_LIVE_CHAT_INFO_MESSAGE: 'Live chat',
  TYPE_WEBCHAT: 'Web chat',
  TYPE_REVIEW: 'Review',
  TYPE_CALL: 'Call',
  TYPE_IVR_CALL: 'Menu call',
  TYPE_CUSTOM_CALL: 'Call',
  TYPE_CALL_CONNECTED: 'Call',
  TYPE_CALL_ENDED: 'Call',
  TYPE_CAMPAIGN_CALL: 'Campaign call',
  TYPE_CAMPAIGN_MANUAL_CALL: 'Campaign call',
  TYPE_VOICEMAIL: 'Voicemail',
  TYPE_CAMPAIGN_VOICEMAIL: 'Voicemail',
  TYPE_INTERNAL_COMMENT: 'Internal comment',
  TYPE_INTERNAL_CHAT: 'Internal chat',
  TYPE_FORM_SUBMISSION: 'Form submission',
  TYPE_NO_SHOW: 'No messages yet',
  TYPE_ACTIVITY_APPOINTMENT: 'Appointment',
  TYPE_ACTIVITY_CONTACT: 'Contact changed',
  TYPE_ACTIVITY_INVOICE: 'Invoice',
  TYPE_ACTIVITY_PAYMENT: 'Payment',
  TYPE_ACTIVITY_OPPORTUNITY: 'Opportunity',
  TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG: 'Changed by the team',
  TYPE_ACTIVITY_WHATSAPP: 'WhatsApp',
  TYPE_ACTIVITY_CONVERSATION: 'Conversation changed',
};

function sentence(words: string): string {
  const plain = words.toLowerCase().replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
