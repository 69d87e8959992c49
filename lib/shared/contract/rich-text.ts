import * as z from 'zod/mini';

/** Deeper or longer than this nobody writes, and a tree without bounds is an attack. */
const maxRichDepth = 16;
const maxRichNodes = 20_000;
const maxTextLength = 200_000;

/** What a mail program may follow: nothing that runs, nothing that reads files. */
const linkPattern = /^(https?:\/\/|mailto:|tel:)[^\s<>"\p{Cc}]+$/iu;
const href = z.string().check(z.maxLength(2000), z.regex(linkPattern));

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'underline', 'strike']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href }) }),
]);
export type RichMark = z.infer<typeof markSchema>;

const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().check(
    // A NUL or half a sign cannot be stored, and no person writes one.
    z.overwrite((text) => text.toWellFormed().replaceAll('\0', '\ufffd')),
    z.minLength(1),
    z.maxLength(maxTextLength),
  ),
  marks: z.optional(z.array(markSchema).check(z.maxLength(5))),
});
const breakSchema = z.object({ type: z.literal('hardBreak') });
const inlineSchema = z.discriminatedUnion('type', [textNodeSchema, breakSchema]);
export type RichInline = z.infer<typeof inlineSchema>;

export type RichItem = { type: 'listItem'; content: RichBlock[] };
export type RichBlock =
  | { type: 'paragraph'; content?: RichInline[] | undefined }
  | { type: 'blockquote'; content: RichBlock[] }
  | { type: 'bulletList'; content: RichItem[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: RichItem[] };

const paragraphSchema = z.object({
  type: z.literal('paragraph'),
  content: z.optional(z.array(inlineSchema)),
});
const blocks = z.lazy(() => z.array(blockSchema).check(z.minLength(1)));
const items = z.lazy(() =>
  z.array(z.object({ type: z.literal('listItem'), content: blocks })).check(z.minLength(1)),
);
const startSchema = z.object({ start: z.number().check(z.int(), z.nonnegative(), z.maximum(9999)) });
const blockSchema: z.ZodMiniType<RichBlock, RichBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    z.object({ type: z.literal('blockquote'), content: blocks }),
    z.object({ type: z.literal('bulletList'), content: items }),
    z.object({ type: z.literal('orderedList'), attrs: z.optional(startSchema), content: items }),
  ]),
);

export type RichText = { type: 'doc'; content: RichBlock[] };

/**
 * What was written in an email, as a tree of what mails can show: no markup of a browser ever passes through the
 * server, which writes the HTML itself. Its form is that of ProseMirror's documents, and what is not named here is
 * dropped or refused. Its bounds are judged first, without recursion: what is nested without end is refused before
 * anything walks down into it.
 */
export const richTextSchema: z.ZodMiniType<RichText, RichText> = z.pipe(
  z.custom<RichText>(isBounded, 'The text is nested too deep or too long'),
  z.object({ type: z.literal('doc'), content: blocks }),
);

function isBounded(doc: unknown): boolean {
  const waiting: { node: unknown; depth: number }[] = [{ node: doc, depth: 0 }];
  let nodes = 0;
  let length = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null) return false;
    if (++nodes > maxRichNodes || depth > maxRichDepth) return false;
    if ('text' in node && typeof node.text === 'string') length += node.text.length;
    if (length > maxTextLength) return false;
    if (!('content' in node) || node.content === undefined) continue;
    if (!Array.isArray(node.content) || node.content.length > maxRichNodes) return false;
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 });
  }
  return true;
}

/** An address that a text may link to; null for what is none. */
export function linkTarget(address: string): string | null {
  const { success, data } = href.safeParse(address.trim());
  return success ? data : null;
}
