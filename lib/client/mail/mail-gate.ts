import { scanHtml } from '@/lib/shared/html-scan';
import { cutCombiningMarks } from './combining-marks';
import { OpenElements } from './open-elements';

/** Measured: beyond these a sanitiser or a browser stands still for seconds. */
export const mailLimits = { length: 1_000_000, depth: 256, attributes: 100, tags: 20_000 };

/** Elements that a parser makes by opening formatting again in block after block. */
const maxReopened = 100_000;

type MailGate =
  | { isOpen: true; html: string }
  | { isOpen: false; reason: 'length' | 'depth' | 'attributes' | 'tags' };

/** Whether a mail may go to the sanitiser at all, decided in one pass over its text. */
export function gateMail(html: string): MailGate {
  if (html.length > mailLimits.length) return { isOpen: false, reason: 'length' };
  if (countTags(html) > mailLimits.tags) return { isOpen: false, reason: 'tags' };
  // Inside SVG a style is no text but markup: both readings must be harmless.
  const reason = problemOf(html, false) ?? problemOf(html, true);
  return reason ? { isOpen: false, reason } : { isOpen: true, html: cutCombiningMarks(html) };
}

function problemOf(html: string, readsRaw: boolean): 'depth' | 'attributes' | 'tags' | null {
  const elements = new OpenElements();
  let reopened = 0;
  for (const part of scanHtml(html, readsRaw)) {
    if (part.kind === 'end') elements.close(part.name);
    if (part.kind !== 'start') continue;
    if (part.attributeCount > mailLimits.attributes) return 'attributes';
    elements.open(part.name);
    if (elements.depth > mailLimits.depth) return 'depth';
    reopened += elements.reopenedCount;
    if (reopened > maxReopened) return 'tags';
  }
  return null;
}

/** Whatever might open an element for some reading of the text, in comments and styles too. */
function countTags(html: string): number {
  let count = 0;
  for (const _tag of html.matchAll(/<[a-z]/gi)) count++;
  return count;
}
