import * as z from 'zod/mini';

/** A file of a thread, named by its message and its place in it. */
const conversationFileSchema = z.object({
  messageId: z.string(),
  index: z.number(),
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'pdf', 'other']),
  /** Null where GHL gave no time. */
  at: z.nullable(z.number()),
  direction: z.enum(['inbound', 'outbound']),
});
export type ConversationFile = z.infer<typeof conversationFileSchema>;

/** Newest first. A page can be empty and still have a cursor: the thread goes on, and was not read to its end. */
export const conversationFilesSchema = z.object({
  files: z.array(conversationFileSchema),
  nextCursor: z.nullable(z.string()),
});
export type ConversationFiles = z.infer<typeof conversationFilesSchema>;
