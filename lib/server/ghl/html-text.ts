import 'server-only';

/** Plain text as HTML that looks the same: nothing in it can become markup. */
export function textToHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/\r\n|\r|\n/g, '<br>\n');
}

/** Whether a text is markup, from tags that no plain text holds by chance (`<a@b.com>` is none). */
export function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype|html|head|body|div|p|br|table|span|a|img|style|font|center|ul|ol|h[1-6]|b|i|strong|em)[\s/>]/i.test(
    text.slice(0, maxPeek),
  );
}

/** A document's head can be long before the first tag that says what it is. */
const maxPeek = 20_000;

/** Enough for a line or two in a list; the mail itself is read whole elsewhere. */
const maxExcerpt = 2_000;

/** The readable beginning of some HTML as plain text, two thousand characters unless told: it is not a sanitiser. */
export function htmlExcerpt(html: string, maxLength = maxExcerpt): string {
  const text = withoutBlocks(html.slice(0, maxPeek * 5), ['style', 'script', 'head', 'title'])
    .replace(/<br[^<>]*>|<\/(?:p|div|tr|li|h[1-6])>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, maxLength);
}

/** By hand, as the patterns for this take quadratic time on text that was made for it. */
function withoutBlocks(html: string, names: string[]): string {
  const lower = html.toLowerCase();
  let result = '';
  let at = 0;
  while (at < html.length) {
    const open = lower.indexOf('<', at);
    if (open < 0) break;
    const name = names.find(
      (word) => lower.startsWith(word, open + 1) && /[\s/>]/.test(lower[open + 1 + word.length] ?? ''),
    );
    result += html.slice(at, name ? open : open + 1);
    const close = name ? lower.indexOf(`</${name}`, open) : open;
    // A block that never ends: nothing readable follows.
    if (close < 0) return result;
    at = name ? close : open + 1;
  }
  return result + html.slice(at);
}
