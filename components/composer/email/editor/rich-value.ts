import { type Node, Slice } from 'prosemirror-model';
import type { RichText } from '@/lib/shared/contract/rich-text';
import { isPlainRich, richToText, textToRich } from '@/lib/shared/rich-text';
import { docOf, richOf } from './rich-schema';

/** A text as drafts hold it: its words, and its form where it has one. */
export type RichValue = { text: string; rich: RichText | null };

/** The words count: where something changed them and knew nothing of their form, that is gone. */
export function docOfValue({ text, rich }: RichValue): Node {
  return docOf(rich !== null && richToText(rich) === text ? rich : textToRich(text));
}

/** Null when it is more than can be sent. */
export function valueOfDoc(doc: Node, maxLength: number): RichValue | null {
  const rich = richOf(doc);
  if (rich === null) return null;
  const text = richToText(rich);
  return text.length > maxLength ? null : { text, rich: isPlainRich(rich) ? null : rich };
}

/** Each line stays a line, empty ones too. */
export function sliceOfText(text: string): Slice {
  return new Slice(docOf(textToRich(text)).content, 1, 1);
}

/** Where the caret of a plain box stands in the same text here: a line ends and the next begins, which is two steps. */
export function positionOf(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return 1 + before.length + (before.split('\n').length - 1);
}
