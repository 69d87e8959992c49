import type { RichBlock, RichInline, RichMark, RichText } from './contract/rich-text';

/** Mail programs know no stylesheet that can be relied on: what has to look right says so itself. */
const styles = {
  list: 'margin:0;padding-left:1.8em',
  quote: 'margin:0 0 0 .6em;padding-left:.8em;border-left:2px solid #ccc',
};

/**
 * The HTML that leaves for a customer. All markup in it is from here, all text is escaped, and an address that a mail
 * program would not take for a link is left out, whatever the tree says.
 */
export function richToHtml(doc: RichText): string {
  return blocksHtml(doc.content);
}

/** A line is a block of its own, as mail programs write them: text of either direction finds its side. */
function blocksHtml(blocks: readonly RichBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'paragraph') {
        return `<div dir="auto">${(block.content ?? []).map(inlineHtml).join('') || '<br>'}</div>`;
      }
      if (block.type === 'blockquote') {
        return `<blockquote style="${styles.quote}">${blocksHtml(block.content)}</blockquote>`;
      }
      const items = block.content.map((item) => `<li>${blocksHtml(item.content)}</li>`).join('');
      if (block.type === 'bulletList') return `<ul style="${styles.list}">${items}</ul>`;
      const start = Math.trunc(Number(block.attrs?.start ?? 1));
      return `<ol style="${styles.list}"${start === 1 ? '' : ` start="${start}"`}>${items}</ol>`;
    })
    .join('\n');
}

function inlineHtml(inline: RichInline): string {
  if (inline.type === 'hardBreak') return '<br>';
  return (inline.marks ?? []).reduceRight(markHtml, escapeHtml(inline.text));
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const;

function markHtml(html: string, mark: RichMark): string {
  if (mark.type !== 'link') return `<${tags[mark.type]}>${html}</${tags[mark.type]}>`;
  if (!/^(?:https?:\/\/|mailto:|tel:)[^\s<>"]+$/i.test(mark.attrs.href)) return html;
  return `<a href="${escapeHtml(mark.attrs.href)}" target="_blank" rel="noopener noreferrer">${html}</a>`;
}

/** Plain text as HTML that looks the same: nothing in it can become markup, and spaces in a row stay as far as mail programs keep them. */
function escapeHtml(text: string): string {
  return (
    text
      // Signs that stand for nothing in a text, and that some parser might make something of.
      .replace(/[^\P{Cc}\t\r\n]/gu, '')
      // GHL fills in what stands in double braces: in a quoted mail a stranger would choose what is told to them.
      .replace(/\{(?=\{)/g, '{\u200B')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
      .replace(/\t/g, '&nbsp;&nbsp; ')
      .replace(/ (?= )/g, '&nbsp;')
      .replace(/\r\n|\r|\n/g, '<br>')
  );
}
