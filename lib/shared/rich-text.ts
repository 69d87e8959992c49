import type { RichBlock, RichInline, RichItem, RichText } from './contract/rich-text';

/** What stands beneath each other in a list is told apart by this much. */
const indent = '   ';

/** The same words without their form: lists have their dots and numbers, quotes their `>`, links their address. */
export function richToText(doc: RichText): string {
  return blockLines(doc.content).join('\n');
}

/** Each line is a paragraph, so that `richToText` gives the very same lines back. */
export function textToRich(text: string): RichText {
  const lines = text.split(/\r\n|\r|\n/);
  return { type: 'doc', content: lines.map(paragraphOf) };
}

export function paragraphOf(line: string): RichBlock {
  return line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };
}

export function isEmptyRich(doc: RichText): boolean {
  return richToText(doc).trim() === '';
}

/** As many signs as the plain text has: what its limit counts. */
export function richLength(doc: RichText): number {
  return richToText(doc).length;
}

/** Whether a plain text would say the same: no bold, no link, no list. */
export function isPlainRich(doc: RichText): boolean {
  return doc.content.every(
    (block) =>
      block.type === 'paragraph' &&
      (block.content ?? []).every((inline) => inline.type !== 'text' || !inline.marks?.length),
  );
}

function linkOf(inline: RichInline): string | null {
  const link = inline.type === 'text' ? inline.marks?.find(({ type }) => type === 'link') : undefined;
  return link?.type === 'link' ? link.attrs.href : null;
}

function blockLines(blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return inlineText(block.content ?? []).split('\n');
    if (block.type === 'blockquote') return blockLines(block.content).map((line) => `> ${line}`.trimEnd());
    const start = block.type === 'orderedList' ? (block.attrs?.start ?? 1) : null;
    return block.content.flatMap((item, index) =>
      itemLines(item, start === null ? '• ' : `${start + index}. `),
    );
  });
}

function itemLines(item: RichItem, mark: string): string[] {
  return blockLines(item.content).map((line, index) => (index === 0 ? mark : indent) + line);
}

function inlineText(content: readonly RichInline[]): string {
  return content
    .map((inline, index) => {
      if (inline.type === 'hardBreak') return '\n';
      const href = linkOf(inline);
      // A link goes on over parts that look different: its address stands after the last of them.
      const goesOn = href !== null && content[index + 1] && linkOf(content[index + 1] as RichInline) === href;
      if (href === null || goesOn) return inline.text;
      const words = linkWords(content, index, href);
      return words === href || href.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '') === words
        ? inline.text
        : `${inline.text} (${href})`;
    })
    .join('');
}

function linkWords(content: readonly RichInline[], last: number, href: string): string {
  let words = '';
  for (let at = last; at >= 0; at--) {
    const inline = content[at];
    if (inline?.type !== 'text' || linkOf(inline) !== href) break;
    words = inline.text + words;
  }
  return words;
}
