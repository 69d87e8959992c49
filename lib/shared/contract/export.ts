import * as z from 'zod/mini';
import { messageItemSchema } from '@/lib/shared/contract/message';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const time = z.number().check(z.int(), z.nonnegative(), z.maximum(8_640_000_000_000));

/** What an export can be narrowed by: exactly what GHL takes (CONTRACT 1.11). */
export const exportFilterSchema = z.strictObject({
  /** Without one GHL gives everything but the emails. */
  channel: z.optional(z.enum(['Call', 'SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook'])),
  conversationId: z.optional(id),
  contactId: z.optional(id),
  /** When the message was written, in milliseconds. */
  from: z.optional(time),
  to: z.optional(time),
  sort: z._default(z.enum(['newest', 'oldest']), 'newest'),
  sortBy: z._default(z.enum(['createdAt', 'updatedAt']), 'createdAt'),
  /** Messages a page. */
  limit: z.optional(z.number().check(z.int(), z.minimum(10), z.maximum(500))),
});
export type ExportFilter = z.infer<typeof exportFilterSchema>;

export const exportPageSchema = z.object({
  messages: z.array(messageItemSchema),
  /** Of all messages that match; null when GHL does not say. */
  total: z.nullable(z.number()),
  nextCursor: z.nullable(z.string()),
});
export type ExportPage = z.infer<typeof exportPageSchema>;
