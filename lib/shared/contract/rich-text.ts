import * as z from 'zod/mini';

/** Deeper or longer than this nobody writes, and a tree without bounds is an attack. */
const maxDepth = 8;
const maxNodes = 5_000;
const maxTextLength = 200_000;

const href = z.string().check(z.maxLength(2000), z.regex(/^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i));

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'underline', 'strike']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href }) }),
]);
export type RichMark = z.infer<typeof markSchema>;

const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().check(z.minLength(1), z.maxLength(maxTextLength)),
  marks: z.optional(z.array(markSchema).check(z.maxLength(5))),
});
const breakSchema = z.object({ type: z.literal('hardBreak') });
const inlineSchema = z.discriminatedUnion('type', [textNodeSchema, breakSchema]);
export type RichInline = z.infer<typeof inlineSchema>;

export type RichBlock =
  | { type: 'paragraph'; content?: RichInline[] | undefined }
  | { type: 'blockquote' | 'listItem'; content?: RichBlock[] | undefined }
  | { type: 'bulletList' | 'orderedList'; content?: RichBlock[] | undefined };

const blockSchema: z.ZodMiniType<RichBlock> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('paragraph'), content: z.optional(z.array(inlineSchema)) }),
    z.object({
      type: z.enum(['blockquote', 'listItem', 'bulletList', 'orderedList']),
      content: z.optional(z.array(blockSchema)),
    }),
  ]),
);

/**
 * What was written in an email, as a tree of what mails can show: no markup of a browser ever passes through the
 * server, which writes the HTML itself. Its form is that of ProseMirror's documents, and what is not named here is
 * dropped or refused.
 */
export const richTextSchema = z
  .object({ type: z.literal('doc'), content: z.array(blockSchema).check(z.maxLength(maxNodes)) })
  .check(z.refine((doc) => isBounded(doc), 'The text is nested too deep or too long'));
export type RichText = z.infer<typeof richTextSchema>;

type Node = { content?: readonly Node[] | readonly RichInline[] | undefined };

function isBounded(doc: Node): boolean {
  let left = maxNodes;
  const fits = (node: Node, depth: number): boolean =>
    depth <= maxDepth &&
    --left >= 0 &&
    (node.content ?? []).every((child) => !('content' in child) || fits(child as Node, depth + 1));
  return fits(doc, 0);
}
