import { decodeEntities } from '@/lib/shared/html-entities';
import { scanHtml } from '@/lib/shared/html-scan';
import { cutCombiningMarks } from './combining-marks';

/** Text is cheap to draw, but not ten megabytes of it. */
const maxHtmlLength = 1_000_000;
export const maxTextLength = 100_000;

/** The words of an HTML mail that is not fit to be drawn, read without a parser. */
export function textFromHtml(html: string): string {
  const clipped = html.slice(0, maxHtmlLength);
  let text = '';
  for (const part of scanHtml(clipped)) {
    if (part.kind === 'text') text += decodeEntities(clipped.slice(part.from, part.to)).replace(/\s+/g, ' ');
    else if (part.name === 'br' || isBlock.test(part.name)) text += '\n';
    else if (/^t[dh]$/.test(part.name)) text += ' ';
    if (text.length > maxTextLength * 2) break;
  }
  return cutCombiningMarks(
    text
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .slice(0, maxTextLength),
  );
}

const isBlock =
  /^(?:p|div|tr|li|ul|ol|h[1-6]|blockquote|table|section|article|header|footer|hr|pre|dt|dd|address|center)$/;
