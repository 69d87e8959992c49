import * as z from 'zod/mini';
import { richTextSchema } from './rich-text';

/** What stands beneath an answer, as it will be sent: never a stranger's markup. */
export const quoteSchema = z.object({
  /** "On Sat, 28 Nov 2026 at 12:04 CET, Ana <ana@x.example> wrote:" */
  attribution: z.string(),
  body: richTextSchema,
});
export type Quote = z.infer<typeof quoteSchema>;
