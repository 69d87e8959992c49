import { messageForm } from '@/lib/shared/channel';
import type { SendChannel } from '@/lib/shared/contract/send';

/** The channel that answers a message of GHL's type; null where nothing here does. */
export function channelOfType(type: string): SendChannel | null {
  if (messageForm(type) === 'email') return 'Email';
  if (messageForm(type) === 'comment') return 'InternalComment';
  if (messageForm(type) === 'review') return 'Review';
  return byType[type] ?? (answeredBySms.test(type) ? 'SMS' : null);
}

/** What people call it. */
export const channelNames: Record<SendChannel, string> = {
  SMS: 'SMS',
  RCS: 'RCS',
  WhatsApp: 'WhatsApp',
  Email: 'Email',
  FB: 'Facebook',
  IG: 'Instagram',
  TIKTOK: 'TikTok',
  Live_Chat: 'Live chat',
  Review: 'Public reply',
  InternalComment: 'Comment',
};

const byType: Record<string, SendChannel> = {
  TYPE_RCS: 'RCS',
  TYPE_WHATSAPP: 'WhatsApp',
  TYPE_FACEBOOK: 'FB',
  TYPE_CAMPAIGN_FACEBOOK: 'FB',
  TYPE_INSTAGRAM: 'IG',
  TYPE_TIKTOK: 'TIKTOK',
  TYPE_LIVE_CHAT: 'Live_Chat',
};

const answeredBySms = /^TYPE_(CAMPAIGN_|CUSTOM_|CUSTOM_PROVIDER_|CAMPAIGN_MANUAL_)?SMS(_|$)/;
