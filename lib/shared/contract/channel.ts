/**
 * The channels a person can filter by, with the GHL type of a last message that each stands for (CONTRACT 1.5).
 * GHL's search takes exactly one type.
 */
export const channelTypes = {
  sms: 'TYPE_SMS',
  email: 'TYPE_EMAIL',
  whatsapp: 'TYPE_WHATSAPP',
  facebook: 'TYPE_FACEBOOK',
  instagram: 'TYPE_INSTAGRAM',
  'live-chat': 'TYPE_LIVE_CHAT',
  webchat: 'TYPE_WEBCHAT',
  google: 'TYPE_GMB',
  review: 'TYPE_REVIEW',
  call: 'TYPE_CALL',
  voicemail: 'TYPE_VOICEMAIL',
  'group-sms': 'TYPE_GROUP_SMS',
  rcs: 'TYPE_RCS',
  tiktok: 'TYPE_TIKTOK',
} as const;
export type ChannelSlug = keyof typeof channelTypes;
export const channelSlugs = Object.keys(channelTypes) as [ChannelSlug, ...ChannelSlug[]];
