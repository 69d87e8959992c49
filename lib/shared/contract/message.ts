import * as z from 'zod/mini';

/** A file is named by its place in the message: its address at GHL never reaches the browser. */
const attachmentSchema = z.object({
  index: z.number(),
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'file']),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const messageSchema = z.object({
  kind: z.literal('message'),
  id: z.string(),
  conversationId: z.string(),
  contactId: z.nullable(z.string()),
  /** GHL's own word, e.g. `TYPE_SMS`: an open set. */
  type: z.string(),
  direction: z.nullable(z.enum(['inbound', 'outbound'])),
  /** GHL's own word, e.g. `delivered`: an open set (CONTRACT 1.4). */
  status: z.nullable(z.string()),
  /** What made it: app, api, workflow, campaign, bulk_actions. */
  source: z.nullable(z.string()),
  body: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  at: z.nullable(z.number()),
  userId: z.nullable(z.string()),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  /** Why it was not delivered, when GHL says so. */
  error: z.nullable(z.string()),
  attachments: z.array(attachmentSchema),
  /** The mails of an email item, oldest first: one item is a whole email thread (CONTRACT 1.4). */
  emailIds: z.array(z.string()),
  call: z.nullable(z.object({ durationSeconds: z.nullable(z.number()), status: z.nullable(z.string()) })),
  activity: z.nullable(
    z.object({
      title: z.string(),
      /** What it is about, such as the title of an appointment. */
      about: z.nullable(z.string()),
      /** When that takes place. */
      startsAt: z.nullable(z.number()),
      /** GHL's own word for how it stands, e.g. `confirmed`. */
      state: z.nullable(z.string()),
    }),
  ),
  rating: z.nullable(z.number()),
});
export type Message = z.infer<typeof messageSchema>;

const unreadableMessageSchema = z.object({
  kind: z.literal('unreadable'),
  id: z.string(),
  at: z.nullable(z.number()),
});

export const messageItemSchema = z.discriminatedUnion('kind', [messageSchema, unreadableMessageSchema]);
export type MessageItem = z.infer<typeof messageItemSchema>;

/** Newest first, as GHL pages them. */
const messagePageSchema = z.object({
  messages: z.array(messageItemSchema),
  nextCursor: z.nullable(z.string()),
});
export type MessagePage = z.infer<typeof messagePageSchema>;

/** A page of a thread as our API answers it: with the people who sent from here, whom GHL does not know. */
export const threadPageSchema = z.extend(messagePageSchema, {
  /** Message id to the name of the person who sent it. */
  authors: z.record(z.string(), z.string()),
});
export type ThreadPage = z.infer<typeof threadPageSchema>;

export const emailSchema = z.object({
  id: z.string(),
  subject: z.nullable(z.string()),
  /** Untrusted HTML of a stranger: only ever drawn inside the sandboxed mail frame. */
  html: z.nullable(z.string()),
  text: z.nullable(z.string()),
  direction: z.nullable(z.enum(['inbound', 'outbound'])),
  status: z.nullable(z.string()),
  at: z.nullable(z.number()),
  from: z.nullable(z.string()),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  attachments: z.array(attachmentSchema),
});
export type Email = z.infer<typeof emailSchema>;
