import * as z from 'zod/mini';

export const maxSmsLength = 1600;
export const maxEmailLength = 200_000;
export const maxAttachments = 10;
export const maxSubjectLength = 500;
/** In each line of an email. */
export const maxReaders = 20;

/** A NUL or half a sign cannot be stored, and no person writes one. */
export const plainText = z.overwrite<string>((text) => text.toWellFormed().replaceAll('\0', ''));

const emailAddress = z
  .string()
  .check(
    plainText,
    z.trim(),
    z.maxLength(254),
    z.regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/, 'Not an email address'),
  );
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const uploads = z._default(z.array(z.uuid()).check(z.maxLength(maxAttachments)), []);

/** One send. `clientId` is made by the browser at the click: the same id is never sent twice. */
export const sendRequestSchema = z.discriminatedUnion('channel', [
  z.strictObject({
    clientId: z.uuid(),
    channel: z.literal('SMS'),
    text: z.string().check(plainText, z.maxLength(maxSmsLength)),
    uploadIds: uploads,
  }),
  z.strictObject({
    clientId: z.uuid(),
    channel: z.literal('Email'),
    subject: z
      .string()
      .check(plainText, z.trim(), z.minLength(1), z.maxLength(maxSubjectLength), z.regex(/^[^\r\n]*$/)),
    text: z.string().check(plainText, z.maxLength(maxEmailLength)),
    cc: z._default(z.array(emailAddress).check(z.maxLength(maxReaders)), []),
    bcc: z._default(z.array(emailAddress).check(z.maxLength(maxReaders)), []),
    /** The mail that is answered; null starts a new email thread. */
    replyToEmailId: z._default(z.nullable(id), null),
    uploadIds: uploads,
  }),
]);
export type SendRequest = z.infer<typeof sendRequestSchema>;

/**
 * sending: claimed, the call is under way. sent: GHL took it. failed: GHL refused it, nothing left.
 * unclear: the call broke after a byte left, so it may or may not have been sent.
 */
const sendStates = ['sending', 'sent', 'failed', 'unclear'] as const;

export const sendSchema = z.object({
  clientId: z.string(),
  conversationId: z.string(),
  channel: z.enum(['SMS', 'Email']),
  state: z.enum(sendStates),
  text: z.string(),
  subject: z.nullable(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyToEmailId: z.nullable(z.string()),
  attachments: z.array(z.object({ uploadId: z.string(), name: z.string() })),
  authorName: z.string(),
  createdAt: z.number(),
  /** GHL's ids once sent. What the thread shows under them replaces the send. */
  messageId: z.nullable(z.string()),
  /** An email lands inside an email item of the thread, under an id of its own. */
  emailId: z.nullable(z.string()),
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
});
export type Send = z.infer<typeof sendSchema>;

/** What of a send can be written anew. */
export type SendContent = Pick<Send, 'channel' | 'text' | 'subject' | 'cc' | 'bcc' | 'attachments'>;

export const sendListSchema = z.object({ sends: z.array(sendSchema) });

export const uploadSchema = z.object({ uploadId: z.string(), name: z.string(), sizeBytes: z.number() });
export type Upload = z.infer<typeof uploadSchema>;
