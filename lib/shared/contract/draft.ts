import * as z from 'zod/mini';
import { richTextSchema } from '@/lib/shared/contract/rich-text';
import { maxAttachments, maxEmailLength, type SendChannel, sendChannels } from '@/lib/shared/contract/send';
import { noActs, snippetActsSchema } from '@/lib/shared/contract/snippet';

const line = z.string().check(z.maxLength(5_000));
const fileSchema = z.object({ uploadId: z.string(), name: z.string(), sizeBytes: z.number() });

/** How an email answers: null until the person or the thread has said. */
const replyModes = ['reply', 'reply-all', 'forward', 'new'] as const;
export type ReplyMode = (typeof replyModes)[number];

/** What somebody has begun to write, as it is typed: nothing of it is judged before it is sent. */
export const draftContentSchema = z.object({
  text: z.string().check(z.maxLength(maxEmailLength)),
  /** Of an email, the same text with its form. */
  rich: z._default(z.nullable(richTextSchema), null),
  subject: z._default(z.nullable(line), null),
  /** Null: whoever GHL or the composer chooses. */
  to: z._default(z.nullable(line), null),
  from: z._default(z.nullable(line), null),
  cc: z._default(line, ''),
  bcc: z._default(line, ''),
  replyMode: z._default(z.nullable(z.enum(replyModes)), null),
  /** The mail that is answered or forwarded, where it is not the newest. */
  replyToEmailId: z._default(z.nullable(z.string()), null),
  isWholeThread: z._default(z.boolean(), false),
  /** The mail whose readers were put into Cc for an answer to all: once, so that whom one takes out stays out. */
  ccOf: z._default(z.nullable(z.string()), null),
  hasQuote: z._default(z.nullable(z.boolean()), null),
  hasSignature: z._default(z.nullable(z.boolean()), null),
  subtypeId: z._default(z.nullable(z.string()), null),
  templateId: z._default(z.nullable(z.string()), null),
  mentions: z._default(z.array(z.object({ userId: z.string(), name: z.string() })), []),
  files: z._default(z.array(fileSchema).check(z.maxLength(maxAttachments)), []),
  /** What else is to happen once it was sent: brought along by snippets. */
  acts: z._default(snippetActsSchema, noActs),
  /** The id that it will be sent under: the server takes one id once. */
  clientId: z._default(z.nullable(z.string()), null),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** What goes into a composer to be written on: what was undone, refused or not delivered. */
export type DraftSeed = { channel: SendChannel; content: Partial<DraftContent> };

/** One for each person, conversation and channel. */
const savedDraftSchema = z.object({
  conversationId: z.string(),
  channel: z.enum(sendChannels),
  content: draftContentSchema,
  /** One more with each change: who writes on an older one is told. */
  version: z.number(),
  updatedAt: z.number(),
});
export type SavedDraft = z.infer<typeof savedDraftSchema>;
export const draftListSchema = z.object({ drafts: z.array(savedDraftSchema) });

/** `baseVersion`: the version that was changed; 0 where there was none. Null content: the draft is gone. */
export const draftChangeSchema = z.strictObject({
  channel: z.enum(sendChannels),
  content: z.nullable(draftContentSchema),
  baseVersion: z.number().check(z.int(), z.nonnegative()),
});
export type DraftChange = z.infer<typeof draftChangeSchema>;

/**
 * `isSaved` false: somebody, in another browser of theirs, was first; theirs is `draft`, and nothing was lost. Null and
 * `isSent`: what was to be kept has gone out as a message meanwhile. Null else: there is none (any more).
 */
export const draftAnswerSchema = z.object({
  isSaved: z.boolean(),
  isSent: z.boolean(),
  /** Where the server is now: what a change is to be based on. 0: it never had one. */
  version: z.number(),
  draft: z.nullable(savedDraftSchema),
});
export type DraftAnswer = z.infer<typeof draftAnswerSchema>;
