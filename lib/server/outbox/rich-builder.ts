import 'server-only';
import type { RichBlock, RichInline, RichItem, RichMark, RichText } from '@/lib/shared/contract/rich-text';
import { paragraphOf } from '@/lib/shared/rich-text';

/** A mail quotes the mail before it, which quotes the one before: at some point nobody reads on. */
const maxLength = 60_000;
const maxBlocks = 5_000;
/** One less than the tree may have beneath its last container: a paragraph and its text follow. */
const maxContainers = 7;
/** Counted too are those that are too deep to stand in the tree. */
const maxOpen = 100;

type ListName = 'ul' | 'ol';
type Frame =
  | { name: 'doc' | 'blockquote' | 'li'; blocks: RichBlock[] }
  | { name: ListName; start: number; items: RichItem[] }
  /** Deeper than a tree may be: its content goes into what is open around it. */
  | { name: 'flat'; closes: string };

/** Builds a rich text from the start to the end of what it is read from, and is always a whole one. */
export class RichBuilder {
  private readonly frames: Frame[] = [{ name: 'doc', blocks: [] }];
  private line: RichInline[] = [];
  private wantsGap = false;
  private length = 0;
  private blockCount = 0;

  get isFull(): boolean {
    return this.length >= maxLength || this.blockCount >= maxBlocks;
  }

  /** Spaces and line breaks between words are one space, as HTML has it. */
  words(text: string, marks: RichMark[]): void {
    const flat = text.replace(/[\s\u00a0]+/g, ' ');
    const last = this.line.at(-1);
    const isAfterSpace = last === undefined || last.type === 'hardBreak' || last.text.endsWith(' ');
    this.add(isAfterSpace ? flat.replace(/^ /, '') : flat, marks);
  }

  lines(text: string, marks: RichMark[]): void {
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) this.lineBreak();
      this.add(line, marks);
    }
  }

  lineBreak(): void {
    if (this.line.length > 0) this.endLine(false);
    else this.push(paragraphOf(''));
  }

  /** What follows is a line of its own; with a gap, an empty one is between. */
  endLine(hasGap: boolean): void {
    const content = trimmedEnd(this.line);
    this.line = [];
    if (content.length > 0) this.push({ type: 'paragraph', content });
    if (hasGap) this.wantsGap = true;
  }

  open(name: 'blockquote' | 'ul' | 'ol' | 'li', start = 1): void {
    this.endLine(false);
    if (name === 'li') this.endItem();
    const top = this.frames.at(-1);
    const isInList = top?.name === 'ul' || top?.name === 'ol';
    // A list holds nothing but items: what stands there without one is put into one.
    if (name !== 'li' && isInList) this.enter({ name: 'li', blocks: [] });
    if ((name === 'li' && !isInList) || this.frames.length > maxContainers)
      this.enter({ name: 'flat', closes: name });
    else if (name === 'ul' || name === 'ol') {
      const isStart = Number.isInteger(start) && start >= 0 && start <= 9999;
      this.enter({ name, start: isStart ? start : 1, items: [] });
    } else this.enter({ name, blocks: [] });
  }

  close(name: string): void {
    this.endLine(false);
    const at = this.frames.findLastIndex(
      (frame) => (frame.name === 'flat' ? frame.closes : frame.name) === name,
    );
    while (at > 0 && this.frames.length > at) this.closeTop();
  }

  done(wasCut: boolean): RichText {
    const isCut = wasCut || this.isFull;
    this.endLine(false);
    while (this.frames.length > 1) this.closeTop();
    const [root] = this.frames;
    const content = root?.name === 'doc' ? root.blocks : [];
    while (isEmptyLine(content[0])) content.shift();
    while (isEmptyLine(content.at(-1))) content.pop();
    if (isCut) content.push(paragraphOf('[…]'));
    return { type: 'doc', content: content.length > 0 ? content : [paragraphOf('')] };
  }

  private add(text: string, marks: RichMark[]): void {
    const fitting = text
      .slice(0, maxLength - this.length)
      .toWellFormed()
      .replaceAll('\0', '');
    if (fitting === '') return;
    this.length += fitting.length;
    this.line.push(
      marks.length > 0 ? { type: 'text', text: fitting, marks } : { type: 'text', text: fitting },
    );
  }

  /** An item ends where the next one of its list begins, whether the mail says so or not. */
  private endItem(): void {
    const at = this.frames.findLastIndex(({ name }) => /^(?:li|ul|ol)$/.test(name));
    if (this.frames[at]?.name !== 'li') return;
    while (this.frames.length > at) this.closeTop();
  }

  private enter(frame: Frame): void {
    // What closes them finds none, and closes nothing.
    if (this.frames.length >= maxOpen) return;
    this.frames.push(frame);
    this.wantsGap = false;
  }

  private closeTop(): void {
    const frame = this.frames.pop();
    this.wantsGap = false;
    if (!frame || frame.name === 'flat' || frame.name === 'doc') return;
    if ('items' in frame) {
      const { items: content, start } = frame;
      if (content.length === 0) return;
      if (frame.name === 'ul') this.push({ type: 'bulletList', content });
      else this.push({ type: 'orderedList', attrs: { start }, content });
      return;
    }
    if (frame.blocks.length > 0) {
      const { blocks: content } = frame;
      if (frame.name === 'blockquote') this.push({ type: 'blockquote', content });
      else this.pushItem({ type: 'listItem', content });
    }
  }

  private push(block: RichBlock): void {
    const frame = this.frames.findLast((open) => open.name !== 'flat');
    this.blockCount++;
    if (frame?.name === 'ul' || frame?.name === 'ol') {
      this.pushItem({ type: 'listItem', content: [block] });
      return;
    }
    const blocks = frame && 'blocks' in frame ? frame.blocks : [];
    if (this.wantsGap && blocks.length > 0 && !isEmptyLine(block) && !isEmptyLine(blocks.at(-1))) {
      blocks.push(paragraphOf(''));
    }
    this.wantsGap = false;
    blocks.push(block);
  }

  private pushItem(item: RichItem): void {
    const frame = this.frames.findLast((open) => open.name !== 'flat');
    if (frame?.name === 'ul' || frame?.name === 'ol') frame.items.push(item);
    else if (frame && 'blocks' in frame) frame.blocks.push(...item.content);
  }
}

function isEmptyLine(block: RichBlock | undefined): boolean {
  return block?.type === 'paragraph' && !block.content?.length;
}

function trimmedEnd(line: RichInline[]): RichInline[] {
  const last = line.at(-1);
  if (last?.type !== 'text') return line;
  const text = last.text.trimEnd();
  return text === '' ? trimmedEnd(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}
