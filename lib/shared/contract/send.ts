import * as z from 'zod/mini';
import { richTextSchema } from '@/lib/shared/contract/rich-text';

export const maxSmsLength = 1600;
export const maxEmailLength = 200_000;
export const maxAttachments = 10;
export const maxSubjectLength = 500;
/** In each line of an email. */
export const maxReaders = 20;
/** GHL schedules nothing further away than anybody plans; what is later is a slip of the year. */
export const maxScheduleAheadMs = 366 * 86_400_000;

/** Channels whose messages are plain text, in GHL's words for them (CONTRACT 1.6). */
const textChannels = ['SMS', 'RCS', 'WhatsApp', 'FB', 'IG', 'TIKTOK', 'Live_Chat'] as const;
export type TextChannel = (typeof textChannels)[number];

/** Everything that can be written here. `Review` is answered in public, by an operation of its own. */
export const sendChannels = [...textChannels, 'Email', 'InternalComment', 'Review'] as const;
export type SendChannel = (typeof sendChannels)[number];

/** The type of message that each becomes in a thread: it has the words and the picture. */
export const typeOfSend: Record<SendChannel, string> = {
  SMS: 'TYPE_SMS',
  RCS: 'TYPE_RCS',
  WhatsApp: 'TYPE_WHATSAPP',
  FB: 'TYPE_FACEBOOK',
  IG: 'TYPE_INSTAGRAM',
  TIKTOK: 'TYPE_TIKTOK',
  Live_Chat: 'TYPE_LIVE_CHAT',
  Email: 'TYPE_EMAIL',
  InternalComment: 'TYPE_INTERNAL_COMMENT',
  Review: 'TYPE_REVIEW',
};

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
/** `Name <address>` or an address alone: what an email is from. */
const emailSender = z
  .string()
  .check(plainText, z.trim(), z.maxLength(320), z.regex(/^[^\r\n<>]*<?[^\s@<>,;"]+@[^\s@<>,;"]+>?$/));
const phoneNumber = z.string().check(z.trim(), z.regex(/^\+?[0-9]{3,15}$/));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const time = z.number().check(z.int(), z.nonnegative(), z.maximum(8_640_000_000_000_000));
const readers = z._default(z.array(emailAddress).check(z.maxLength(maxReaders)), []);
const isOn = (value: boolean) => z._default(z.boolean(), value);
const orNull = <Schema extends z.core.$ZodType>(schema: Schema) => z._default(z.nullable(schema), null);

const common = {
  /** Made by the browser when the draft began: the same id is never sent twice. */
  clientId: z.uuid(),
  uploadIds: z._default(z.array(z.uuid()).check(z.maxLength(maxAttachments)), []),
  /** The newest message that the writer had in view: one that is newer stops the send once. Null: nothing is compared. */
  seen: orNull(z.strictObject({ messageId: id, at: time })),
  /** When GHL is to send it; null: now. */
  schedule: orNull(z.strictObject({ at: time, cancelsOnAnswer: isOn(true) })),
};

const textSendSchema = z.strictObject({
  ...common,
  channel: z.enum(textChannels),
  text: z.string().check(plainText, z.maxLength(maxSmsLength)),
  /** Of a contact with several numbers, and of a location with several; null: GHL chooses. */
  to: orNull(phoneNumber),
  from: orNull(phoneNumber),
  /** A template of GHL's: the only thing WhatsApp takes outside its window. */
  templateId: orNull(id),
});

const emailSendSchema = z.strictObject({
  ...common,
  channel: z.literal('Email'),
  subject: z
    .string()
    .check(plainText, z.trim(), z.minLength(1), z.maxLength(maxSubjectLength), z.regex(/^[^\r\n]*$/)),
  /** What was written, as plain text; `rich` is the same with its form, and is what goes out where it is there. */
  text: z.string().check(plainText, z.maxLength(maxEmailLength)),
  rich: orNull(richTextSchema),
  hasSignature: isOn(false),
  /** One of the contact's own addresses; null: GHL's choice. Of a forwarded mail: `forward.to`. */
  to: orNull(emailAddress),
  from: orNull(emailSender),
  cc: readers,
  bcc: readers,
  /** The mail that is answered; null starts a new email thread. */
  replyToEmailId: orNull(id),
  /** The answered mail stands below, as far back as it quotes itself. */
  hasQuote: isOn(false),
  forward: orNull(
    z.strictObject({
      to: emailAddress,
      /** The item of the thread, and the mail within it. */
      messageId: id,
      emailId: id,
      isWholeThread: z.boolean(),
    }),
  ),
  /** Which of the location's email types it is, for who unsubscribed from one. */
  subtypeId: orNull(id),
});

const commentSendSchema = z.strictObject({
  ...common,
  channel: z.literal('InternalComment'),
  text: z.string().check(plainText, z.maxLength(maxEmailLength)),
  /** GHL user ids, in the order of `@name` in the text. */
  mentions: z._default(z.array(id).check(z.maxLength(20)), []),
});

const reviewSendSchema = z.strictObject({
  ...common,
  channel: z.literal('Review'),
  text: z.string().check(plainText, z.maxLength(maxSmsLength)),
});

/** One send. */
export const sendRequestSchema = z.discriminatedUnion('channel', [
  textSendSchema,
  emailSendSchema,
  commentSendSchema,
  reviewSendSchema,
]);
export type SendRequest = z.infer<typeof sendRequestSchema>;
/** As a caller writes it: what has a default may be left out. */
export type SendInput = z.input<typeof sendRequestSchema>;
export type EmailSend = Extract<SendRequest, { channel: 'Email' }>;

/**
 * held: waits for its time to leave; can be undone. stopped: somebody wrote meanwhile, a person decides.
 * sending: claimed, the call is under way. scheduled: GHL has it and sends it later. sent: GHL took it.
 * failed: GHL refused it, nothing left. unclear: the call broke after a byte left, so it may or may not have been sent.
 * expired: it could not leave for so long that a person decides. withdrawn: undone, or its schedule cancelled.
 */
export const sendStates = [
  'held',
  'stopped',
  'sending',
  'scheduled',
  'sent',
  'failed',
  'unclear',
  'expired',
  'withdrawn',
] as const;
export type SendState = (typeof sendStates)[number];

const sentFileSchema = z.object({ uploadId: z.string(), name: z.string(), sizeBytes: z.number() });
export type SentFile = z.infer<typeof sentFileSchema>;

export const sendSchema = z.object({
  clientId: z.string(),
  conversationId: z.string(),
  /** As far as we hold a row of the conversation. */
  contactName: z.nullable(z.string()),
  state: z.enum(sendStates),
  /** Exactly what was asked for: undoing puts it back into the composer. */
  request: sendRequestSchema,
  attachments: z.array(sentFileSchema),
  authorName: z.string(),
  /** Whether the person who asks wrote it. */
  isMine: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Of `held`: how long until it leaves, by the server's clock; 0 when it is its turn, or waits for an earlier one. */
  leavesInMs: z.nullable(z.number()),
  /** How many calls were begun. Of `held` more than none: GHL could not be reached, and `error` says why. */
  attempts: z.number(),
  /** When GHL is to send it. */
  scheduledFor: z.nullable(z.number()),
  /** GHL's ids once it took it. What the thread shows under them replaces the send. */
  messageId: z.nullable(z.string()),
  /** An email lands inside an email item of the thread, under an id of its own. */
  emailId: z.nullable(z.string()),
  /** Of `stopped`: the message that the writer had not seen. */
  newerMessageId: z.nullable(z.string()),
  /** The send that this one repeats, decided by a person. */
  againOf: z.nullable(z.string()),
  /** GHL's word for how it fared after it was sent; null: not known yet. */
  deliveryStatus: z.nullable(z.string()),
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
});
export type Send = z.infer<typeof sendSchema>;

export const sendListSchema = z.object({ sends: z.array(sendSchema) });

/** What a person can decide about a send that is there. */
export const sendActSchema = z.discriminatedUnion('act', [
  /** Before it has left: it never will, and what was written comes back. */
  z.strictObject({ act: z.literal('undo') }),
  /** Without waiting for the rest of the undo time. */
  z.strictObject({ act: z.literal('send-now') }),
  /** Although somebody wrote meanwhile, or it is late. */
  z.strictObject({ act: z.literal('send-anyway') }),
  /** One more attempt of what GHL refused. */
  z.strictObject({ act: z.literal('retry') }),
  /** What is unclear goes out once more, as a send of its own. */
  z.strictObject({ act: z.literal('again'), clientId: z.uuid() }),
  /** What is unclear was seen to have arrived. */
  z.strictObject({ act: z.literal('arrived') }),
  /** GHL gives a scheduled message back; its text comes back too. */
  z.strictObject({ act: z.literal('cancel-schedule') }),
]);
export type SendAct = z.infer<typeof sendActSchema>;

/** Over all conversations. attention: failed, unclear, expired, stopped, not delivered. scheduled: made here. */
export const sendViews = ['attention', 'scheduled'] as const;
export type SendView = (typeof sendViews)[number];
export const sendCountsSchema = z.object({ attention: z.number(), scheduled: z.number() });
export type SendCounts = z.infer<typeof sendCountsSchema>;

export const uploadSchema = sentFileSchema;
export type Upload = z.infer<typeof uploadSchema>;
