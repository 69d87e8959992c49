import { Children, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { RichBlock, RichInline, RichItem, RichMark, RichText } from '@/lib/shared/contract/rich-text';
import { richClasses } from './rich-classes';

/** A rich text to be read, as it will look. */
export function RichView({ rich, className }: { rich: RichText; className?: string }) {
  return (
    <div className={cn(richClasses, 'whitespace-pre-wrap [overflow-wrap:anywhere]', className)}>
      {blocks(rich.content)}
    </div>
  );
}

/** Nothing is ever moved or put between: a part is named by its place. */
function blocks(content: readonly RichBlock[]): ReactNode {
  return Children.toArray(content.map(blockOf));
}

function blockOf(block: RichBlock): ReactNode {
  if (block.type === 'paragraph') return <p dir="auto">{lineOf(block.content ?? [])}</p>;
  if (block.type === 'blockquote') return <blockquote>{blocks(block.content)}</blockquote>;
  const items = Children.toArray(block.content.map(itemOf));
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs?.start}>{items}</ol>;
}

function itemOf({ content }: RichItem): ReactNode {
  return <li>{blocks(content)}</li>;
}

function lineOf(content: readonly RichInline[]): ReactNode {
  return content.length === 0 ? <br /> : Children.toArray(content.map(inlineOf));
}

function inlineOf(inline: RichInline): ReactNode {
  if (inline.type === 'hardBreak') return <br />;
  return (inline.marks ?? []).reduceRight<ReactNode>(marked, inline.text);
}

function marked(inner: ReactNode, mark: RichMark): ReactNode {
  if (mark.type === 'bold') return <strong>{inner}</strong>;
  if (mark.type === 'italic') return <em>{inner}</em>;
  if (mark.type === 'underline') return <u>{inner}</u>;
  if (mark.type !== 'link') return <s>{inner}</s>;
  return (
    <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow">
      {inner}
    </a>
  );
}
