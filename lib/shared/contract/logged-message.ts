import * as z from 'zod/mini';
import { plainText } from '@/lib/shared/contract/send';

/** What GHL lets a conversation provider log as coming in (CONTRACT 1.6). */
const loggedTypes = [
  'SMS',
  'RCS',
  'Email',
  'WhatsApp',
  'GMB',
  'IG',
  'FB',
  'Custom',
  'WebChat',
  'Live_Chat',
  'Call',
  'IVR_Call',
  'Campaign_Call',
  'Campaign_VoiceMail',
  'TIKTOK',
  'ALL_IN_ONE_CHAT',
  'FORM_SUBMISSION',
] as const;

const callStatuses = [
  'pending',
  'completed',
  'answered',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'voicemail',
] as const;

const maxLoggedAttachments = 5;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const line = z.string().check(plainText, z.trim(), z.minLength(1), z.maxLength(500), z.regex(/^[^\r\n]*$/));
const text = z.string().check(plainText, z.minLength(1), z.maxLength(200_000));
const url = z.string().check(z.minLength(1), z.maxLength(2000));
const urls = z.array(url).check(z.maxLength(maxLoggedAttachments));
const time = z.number().check(z.int(), z.nonnegative(), z.maximum(8_640_000_000_000));
const phoneNumber = z.string().check(z.trim(), z.minLength(3), z.maxLength(40));

const callSchema = z.strictObject({
  to: phoneNumber,
  from: phoneNumber,
  status: z.enum(callStatuses),
});

/** A message that reached the team outside GHL, by a provider of the location's own. */
export const loggedMessageSchema = z
  .strictObject({
    type: z.enum(loggedTypes),
    /** GHL's id of the location's conversation provider. */
    providerId: id,
    text: z.optional(text),
    /** Of an email, besides or instead of the text. */
    html: z.optional(text),
    subject: z.optional(line),
    emailCc: z.optional(z.array(line).check(z.maxLength(20))),
    /** The mail that this one answers. */
    replyToEmailId: z.optional(id),
    attachmentUrls: z._default(urls, []),
    /** When it came; now, if it is not said. */
    at: z.optional(time),
    /** The provider's own id of it. */
    altId: z.optional(line),
    call: z.optional(callSchema),
  })
  .check(
    z.refine(
      ({ text, html, attachmentUrls, call }) =>
        text !== undefined || html !== undefined || attachmentUrls.length > 0 || call !== undefined,
      'Nothing to log',
    ),
  );
export type LoggedMessage = z.infer<typeof loggedMessageSchema>;

/** A call to the contact that was made outside GHL. */
export const loggedCallSchema = z.strictObject({
  providerId: id,
  call: callSchema,
  /** Its recording, for one. */
  attachmentUrls: z._default(urls, []),
  at: z.optional(time),
  altId: z.optional(line),
});
export type LoggedCall = z.infer<typeof loggedCallSchema>;

export const messageStatusChangeSchema = z.strictObject({
  status: z.enum(['delivered', 'failed', 'pending', 'read']),
  /** What the provider said. */
  error: z.optional(z.strictObject({ code: line, type: line, message: line })),
  /** Of one mail of an email item. */
  emailMessageId: z.optional(id),
  /** Further readers of the mail whom this is about. */
  recipients: z.optional(z.array(line).check(z.maxLength(20))),
});
export type MessageStatusChange = z.infer<typeof messageStatusChangeSchema>;

/** Replaces the files of a logged call. */
export const attachmentChangeSchema = z.strictObject({ attachmentUrls: urls });
