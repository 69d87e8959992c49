import * as z from 'zod/mini';
import { richTextSchema } from '@/lib/shared/contract/rich-text';
import { maxAttachments, plainText } from '@/lib/shared/contract/send';

const line = (max: number) =>
  z.string().check(plainText, z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^[^\r\n]*$/));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** What else happens to the conversation once the message has left the composer. */
export const snippetActsSchema = z.strictObject({
  addTags: z._default(z.array(line(100)).check(z.maxLength(10)), []),
  /** A GHL user. */
  assignTo: z._default(z.nullable(id), null),
  marksDone: z._default(z.boolean(), false),
});
export type SnippetActs = z.infer<typeof snippetActsSchema>;
export const noActs: SnippetActs = { addTags: [], assignTo: null, marksDone: false };

const fileSchema = z.object({ uploadId: z.string(), name: z.string(), sizeBytes: z.number() });

/** As a person writes it. Variables stand in braces, in GHL's words: `{{contact.first_name}}`. */
export const snippetInputSchema = z.strictObject({
  name: line(100),
  /** Empty: in no folder. */
  folder: z._default(z.string().check(plainText, z.trim(), z.maxLength(60)), ''),
  isShared: z._default(z.boolean(), false),
  /** Of an email; null: the conversation's own. */
  subject: z._default(z.nullable(line(500)), null),
  text: z.string().check(plainText, z.maxLength(20_000)),
  rich: z._default(z.nullable(richTextSchema), null),
  uploadIds: z._default(z.array(z.uuid()).check(z.maxLength(maxAttachments)), []),
  acts: z._default(snippetActsSchema, noActs),
});
export type SnippetInput = z.infer<typeof snippetInputSchema>;

/** The whole of it, as it is to be; `baseUpdatedAt`: the `updatedAt` of what was changed. */
export const snippetChangeSchema = z.extend(snippetInputSchema, { baseUpdatedAt: z.number() });
export type SnippetChange = z.infer<typeof snippetChangeSchema>;

export const snippetSchema = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  isShared: z.boolean(),
  /** Whether the person who asks made it. */
  isMine: z.boolean(),
  canChange: z.boolean(),
  authorName: z.string(),
  subject: z.nullable(z.string()),
  text: z.string(),
  rich: z.nullable(richTextSchema),
  files: z.array(fileSchema),
  acts: snippetActsSchema,
  /** By the person who asks; null: never. */
  lastUsedAt: z.nullable(z.number()),
  updatedAt: z.number(),
});
export type Snippet = z.infer<typeof snippetSchema>;
export const snippetListSchema = z.object({ snippets: z.array(snippetSchema) });

/** A template that the team wrote in GHL: read only, its variables as they are. */
const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['sms', 'email', 'whatsapp', 'other']),
  subject: z.nullable(z.string()),
  /** Of an email its readable text. */
  text: z.string(),
  attachmentCount: z.number(),
});
export type Template = z.infer<typeof templateSchema>;

export const templateListSchema = z.object({
  templates: z.array(templateSchema),
  /** Why there are none; null where they could be read. */
  problem: z._default(z.nullable(z.string()), null),
});
export type TemplateList = z.infer<typeof templateListSchema>;
