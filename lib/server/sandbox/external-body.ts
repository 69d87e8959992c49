import 'server-only';
import { FieldCheck, isRecord, numberOf, textOf } from './fields';
import { unprocessable } from './refusal';

/** The types of the document, with the type a thread shows. Custom is stored so by report of a client. */
const inboundTypes: Record<string, string> = {
  SMS: 'TYPE_SMS',
  RCS: 'TYPE_RCS',
  Email: 'TYPE_EMAIL',
  WhatsApp: 'TYPE_WHATSAPP',
  GMB: 'TYPE_GMB',
  IG: 'TYPE_INSTAGRAM',
  FB: 'TYPE_FACEBOOK',
  Custom: 'TYPE_CUSTOM_PROVIDER_SMS',
  WebChat: 'TYPE_WEBCHAT',
  Live_Chat: 'TYPE_LIVE_CHAT',
  Call: 'TYPE_CUSTOM_CALL',
  IVR_Call: 'TYPE_IVR_CALL',
  Campaign_Call: 'TYPE_CAMPAIGN_CALL',
  Campaign_VoiceMail: 'TYPE_CAMPAIGN_VOICEMAIL',
  TIKTOK: 'TYPE_TIKTOK',
  ALL_IN_ONE_CHAT: 'TYPE_ALL_IN_ONE_CHAT',
  FORM_SUBMISSION: 'TYPE_FORM_SUBMISSION',
};
const outboundTypes: Record<string, string> = { Call: 'TYPE_CUSTOM_CALL' };
const callStatuses = [
  ...['pending', 'completed', 'answered', 'busy'],
  ...['no-answer', 'failed', 'canceled', 'voicemail'],
];

export type ExternalBody = {
  type: string;
  messageType: string;
  conversationId?: string;
  contactId?: string;
  conversationProviderId?: string;
  message: string;
  html?: string;
  subject?: string;
  attachments: string[];
  emailFrom?: string;
  emailTo?: string;
  emailCc?: string[];
  emailBcc?: string[];
  emailMessageId?: string;
  altId?: string;
  direction?: string;
  date?: number;
  call: { to?: string; from?: string; status: string; seconds: number | null };
};

/** What a provider brings from outside: POST …/inbound, and POST …/outbound, which takes calls only. */
export function readExternalBody(
  body: Record<string, unknown>,
  direction: 'inbound' | 'outbound',
): ExternalBody {
  const types = direction === 'inbound' ? inboundTypes : outboundTypes;
  const check = new FieldCheck(body);
  const type = textOf(body.type) ?? '';
  if (!Object.hasOwn(types, type)) {
    check.messages.push(`type must be one of the following values: ${Object.keys(types).join(', ')}`);
  }
  const wanted = check.text('direction');
  if (wanted !== undefined && wanted !== 'inbound' && wanted !== 'outbound') {
    check.messages.push('direction must be one of the following values: outbound, inbound');
  }
  const conversationId = check.text('conversationId');
  const contactId = check.text('contactId');
  if (!conversationId && !contactId) {
    check.messages.push('conversationId should not be empty', 'contactId should not be empty');
  }
  const read: ExternalBody = {
    type,
    messageType: types[type] ?? '',
    conversationId: conversationId || undefined,
    contactId: contactId || undefined,
    conversationProviderId: check.text('conversationProviderId') || undefined,
    message: check.text('message') ?? '',
    html: check.text('html'),
    subject: check.text('subject'),
    attachments: check.texts('attachments') ?? [],
    emailFrom: check.text('emailFrom'),
    emailTo: check.text('emailTo'),
    emailCc: check.texts('emailCc'),
    emailBcc: check.texts('emailBcc'),
    emailMessageId: check.text('emailMessageId'),
    altId: check.text('altId'),
    direction: wanted,
    date: readDate(check, check.text('date')),
    call: readCall(check, body.call),
  };
  if (check.messages.length > 0) throw unprocessable(check.messages);
  return read;
}

function readDate(check: FieldCheck, date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const moment = Date.parse(date);
  if (Number.isNaN(moment)) check.messages.push('date must be a valid ISO 8601 date string');
  return moment;
}

/** The document knows to, from and status; clients send a duration too, and it is taken when it is a number. */
function readCall(check: FieldCheck, value: unknown): ExternalBody['call'] {
  if (value !== undefined && value !== null && !isRecord(value))
    check.messages.push('call must be an object');
  const call = isRecord(value) ? value : {};
  const status = textOf(call.status) ?? 'completed';
  if (!callStatuses.includes(status)) {
    check.messages.push(`call.status must be one of the following values: ${callStatuses.join(', ')}`);
  }
  return { to: textOf(call.to), from: textOf(call.from), status, seconds: numberOf(call.duration) ?? null };
}
