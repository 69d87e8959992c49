import { type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model';
import { linkTarget, type RichText, richTextSchema } from '@/lib/shared/contract/rich-text';

/** Whatever is a line of its own elsewhere is one here: headings and rows of tables keep their words. */
const lines = ['p', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'caption', 'figcaption'];

const nodes: Record<
  'doc' | 'paragraph' | 'blockquote' | 'bulletList' | 'orderedList' | 'listItem' | 'text' | 'hardBreak',
  NodeSpec
> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    parseDOM: lines.map((tag) => ({ tag })),
    toDOM: (): DOMOutputSpec => ['p', { dir: 'auto' }, 0],
  },
  blockquote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', 0],
  },
  bulletList: {
    group: 'block',
    content: 'listItem+',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem+',
    attrs: { start: { default: 1 } },
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: startOf(list) }) }],
    toDOM: (list): DOMOutputSpec => ['ol', { start: String(list.attrs.start) }, 0],
  },
  listItem: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (): DOMOutputSpec => ['li', 0],
  },
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
};

const marks: Record<'link' | 'bold' | 'italic' | 'underline' | 'strike', MarkSpec> = {
  link: {
    attrs: { href: {} },
    // What is typed behind a link is not part of it.
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (link) => {
          const href = linkTarget(link.getAttribute('href') ?? '');
          return href === null ? false : { href };
        },
      },
    ],
    toDOM: (mark): DOMOutputSpec => [
      'a',
      { href: String(mark.attrs.href), title: String(mark.attrs.href), rel: 'noopener noreferrer nofollow' },
      0,
    ],
  },
  bold: {
    parseDOM: [
      { tag: 'strong' },
      // Documents of Google are wrapped in a <b> that is none.
      { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
      { style: 'font-weight', getAttrs: (weight) => /^(?:bold(?:er)?|[6-9]\d{2})$/.test(weight) && null },
    ],
    toDOM: (): DOMOutputSpec => ['strong', 0],
  },
  italic: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
      { style: 'font-style=italic' },
    ],
    toDOM: (): DOMOutputSpec => ['em', 0],
  },
  underline: {
    // Not by its style: a link that is pasted is underlined because it is one.
    parseDOM: [{ tag: 'u' }],
    toDOM: (): DOMOutputSpec => ['u', 0],
  },
  strike: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
    toDOM: (): DOMOutputSpec => ['s', 0],
  },
};

/** What can be written: the very tree of lib/shared/contract/rich-text.ts. What is pasted becomes this, or its words. */
export const richSchema = new Schema({ nodes, marks });

export function docOf(rich: RichText): Node {
  return richSchema.nodeFromJSON(rich);
}

/** Null when it is longer or nested deeper than may be kept. */
export function richOf(doc: Node): RichText | null {
  const { success, data } = richTextSchema.safeParse(doc.toJSON());
  return success ? data : null;
}

function startOf(list: HTMLElement): number {
  const start = Number(list.getAttribute('start') ?? 1);
  return Number.isInteger(start) && start >= 0 && start <= 9999 ? start : 1;
}
