import { cutCombiningMarks } from './combining-marks';
import { scanHtml } from './html-scan';

/** Text is cheap to draw, but not ten megabytes of it. */
const maxHtmlLength = 1_000_000;
export const maxTextLength = 100_000;

/** The words of an HTML mail that is not fit to be drawn, read without a parser. */
export function textFromHtml(html: string): string {
  const clipped = html.slice(0, maxHtmlLength);
  let text = '';
  for (const part of scanHtml(clipped)) {
    if (part.kind === 'text') text += decode(clipped.slice(part.from, part.to)).replace(/\s+/g, ' ');
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

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  euro: '€',
  zwnj: '',
  shy: '',
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}
