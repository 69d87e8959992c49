import 'server-only';
import { linkTarget, type RichInline, type RichMark, type RichText } from '@/lib/shared/contract/rich-text';
import { decodeEntities } from '@/lib/shared/html-entities';
import { scanHtml } from '@/lib/shared/html-scan';
import { attributesOf } from '@/lib/shared/tag-attributes';
import { RichBuilder } from './rich-builder';

/** What mail programs make of a mail of a megabyte nobody reads in a quote. */
const maxHtmlLength = 500_000;

/**
 * A stranger's HTML as the few things that a mail of ours can say: words, emphasis, links, lists, quotes. Nothing of its
 * markup is kept, so nothing in it has to be found dangerous. One pass, no recursion; what is longer than a quote is
 * good for is left out, and says so.
 */
export function htmlToRich(html: string): RichText {
  const clipped = html.slice(0, maxHtmlLength);
  const builder = new RichBuilder();
  const marks = new OpenMarks();
  let hidden: { name: string; depth: number } | null = null;
  let preformatted = 0;

  for (const part of scanHtml(clipped)) {
    if (builder.isFull) break;
    if (part.kind === 'text') {
      if (hidden) continue;
      const text = decodeEntities(clipped.slice(part.from, part.to));
      if (preformatted > 0) builder.lines(text, marks.all());
      else builder.words(text, marks.all());
    } else if (hidden) {
      if (part.name === hidden.name) hidden.depth += part.kind === 'start' ? 1 : -1;
      if (hidden.depth === 0) hidden = null;
    } else if (part.kind === 'end') {
      if (part.name === 'pre') preformatted = Math.max(0, preformatted - 1);
      marks.close(part.name);
      if (isContainer(part.name)) builder.close(part.name);
      else if (isBlock.test(part.name)) builder.endLine(hasGap.test(part.name));
    } else {
      const attributes = attributesOf(clipped.slice(part.from, Math.min(part.to, part.from + 4_000)));
      if (isHidden(attributes) && !isVoid.test(part.name)) {
        hidden = { name: part.name, depth: 1 };
        continue;
      }
      if (part.name === 'pre') preformatted++;
      if (part.name === 'br') builder.lineBreak();
      else if (part.name === 'img') builder.words(imageWords(attributes), marks.all());
      else if (isContainer(part.name)) builder.open(part.name, Number(attributes.get('start') ?? 1));
      else if (isBlock.test(part.name)) builder.endLine(hasGap.test(part.name));
      else if (/^t[dh]$/.test(part.name)) builder.words(' ', []);
      marks.open(part.name, attributes);
    }
  }
  return builder.done(html.length > maxHtmlLength);
}

type Container = 'blockquote' | 'ul' | 'ol' | 'li';

function isContainer(name: string): name is Container {
  return /^(?:blockquote|ul|ol|li)$/.test(name);
}

const isBlock =
  /^(?:p|div|tr|h[1-6]|table|section|article|header|footer|hr|pre|dl|dt|dd|address|center|body|form|main|aside|nav)$/;
/** What stands apart from its neighbours by an empty line. */
const hasGap = /^(?:p|h[1-6]|pre|hr|dl)$/;
const isVoid = /^(?:br|img|hr|input|meta|link|col|area|base|wbr|source|track|embed|param)$/;

/** The lines that only a list of mails shows, and traps for those who quote. */
function isHidden(attributes: Map<string, string>): boolean {
  const style = (attributes.get('style') ?? '').toLowerCase().replace(/\s+/g, '');
  return (
    attributes.has('hidden') || /display:none|visibility:hidden|mso-hide:all|font-size:0[;p%]/.test(style)
  );
}

function imageWords(attributes: Map<string, string>): string {
  const words = (attributes.get('alt') ?? '').trim();
  return words === '' ? '' : `[${words.slice(0, 200)}]`;
}

type Toggle = Exclude<RichMark['type'], 'link'>;

const toggles: Record<string, Toggle> = {
  b: 'bold',
  strong: 'bold',
  th: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
};

/** Counted rather than nested: a mail that closes in the wrong order, or never, loses nothing but its emphasis. */
class OpenMarks {
  private readonly counts = new Map<Toggle, number>();
  private href: string | null = null;

  open(name: string, attributes: Map<string, string>): void {
    const toggle = this.toggleOf(name);
    if (toggle) this.counts.set(toggle, (this.counts.get(toggle) ?? 0) + 1);
    if (name === 'a') this.href = linkTarget(attributes.get('href') ?? '');
  }

  close(name: string): void {
    const toggle = this.toggleOf(name);
    if (toggle) this.counts.set(toggle, Math.max(0, (this.counts.get(toggle) ?? 0) - 1));
    if (name === 'a') this.href = null;
  }

  all(): NonNullable<Extract<RichInline, { type: 'text' }>['marks']> {
    const marks: RichMark[] = [...this.counts].flatMap(([type, count]) => (count > 0 ? [{ type }] : []));
    return this.href === null ? marks : [...marks, { type: 'link', attrs: { href: this.href } }];
  }

  private toggleOf(name: string): Toggle | undefined {
    return Object.hasOwn(toggles, name) ? toggles[name] : undefined;
  }
}
