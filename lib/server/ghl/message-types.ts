import 'server-only';

/**
 * GHL's word for a message type, from its string or, where there is only that, its number (CONTRACT 1.5). An open
 * set: what is unknown keeps its own word, so that it can still be shown.
 */
export function messageTypeName(...candidates: unknown[]): string | null {
  return firstName(candidates, stringName) ?? firstName(candidates, numberName);
}

function firstName(candidates: unknown[], nameOf: (value: unknown) => string | null): string | null {
  for (const candidate of candidates) {
    const name = nameOf(candidate);
    if (name) return name;
  }
  return null;
}

/** Webhooks and some answers leave the prefix out and spell freely: "SMS", "VoiceMail", "Live Chat". */
function stringName(value: unknown): string | null {
  if (typeof value !== 'string' || !/[A-Za-z]/.test(value)) return null;
  const word = value.trim().slice(0, 64);
  return word.startsWith('TYPE_') ? word : `TYPE_${word.toUpperCase().replace(/[\s-]+/g, '_')}`;
}

function numberName(value: unknown): string | null {
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  return `TYPE_${namesByNumber[number] ?? number}`;
}

/** 10 is CAMPAIGN_VOICEMAIL in the full list, but what GHL's documents and webhooks call a voicemail. */
const namesByNumber: Record<number, string> = {
  1: 'CALL',
  2: 'SMS',
  3: 'EMAIL',
  4: 'SMS_REVIEW_REQUEST',
  5: 'WEBCHAT',
  6: 'SMS_NO_SHOW_REQUEST',
  7: 'CAMPAIGN_SMS',
  8: 'CAMPAIGN_CALL',
  9: 'CAMPAIGN_EMAIL',
  10: 'VOICEMAIL',
  11: 'FACEBOOK',
  12: 'CAMPAIGN_FACEBOOK',
  13: 'CAMPAIGN_MANUAL_CALL',
  14: 'CAMPAIGN_MANUAL_SMS',
  15: 'GMB',
  16: 'CAMPAIGN_GMB',
  17: 'REVIEW',
  18: 'INSTAGRAM',
  19: 'WHATSAPP',
  20: 'CUSTOM_SMS',
  21: 'CUSTOM_EMAIL',
  22: 'CUSTOM_PROVIDER_SMS',
  23: 'CUSTOM_PROVIDER_EMAIL',
  24: 'IVR_CALL',
  25: 'ACTIVITY_CONTACT',
  26: 'ACTIVITY_INVOICE',
  27: 'ACTIVITY_PAYMENT',
  28: 'ACTIVITY_OPPORTUNITY',
  29: 'LIVE_CHAT',
  30: 'LIVE_CHAT_INFO_MESSAGE',
  31: 'ACTIVITY_APPOINTMENT',
  32: 'FACEBOOK_COMMENT',
  33: 'INSTAGRAM_COMMENT',
  34: 'CUSTOM_CALL',
  35: 'GROUP_SMS',
  36: 'INTERNAL_CHAT',
  37: 'INTERNAL_COMMENT',
  38: 'ACTIVITY_EMPLOYEE_ACTION_LOG',
  100: 'NO_SHOW',
};
