/** More than any honest mail holds. What comes after stays held back. */
export const maxRemoteImages = 200;
const maxAddressLength = 4096;
/** Mails beyond this are never drawn (lib/client/mail), so their images need no numbers. */
const maxMailLength = 1_000_000;

/**
 * The remote images of a mail: each address once, in the order of the text. The browser names an image by its place in
 * this list and the server reads the same list from the same mail: no address ever goes from one to the other.
 * One pass, whatever the text is made of.
 */
export function remoteImages(html: string): string[] {
  const text = html.slice(0, maxMailLength);
  const found = new Set<string>();
  const tag = /<img(?=[\s/])/gi;
  while (found.size < maxRemoteImages && tag.exec(text)) {
    const { src, end } = readSource(text, tag.lastIndex);
    const address = src === null ? null : remoteImageAddress(decoded(src));
    if (address !== null) found.add(address);
    tag.lastIndex = end;
  }
  return [...found];
}

/** An image's `src`, as a parser of HTML gives it, as an absolute address; null when it is not one of another server. */
export function remoteImageAddress(src: string): string | null {
  const text = src.trim();
  if (text.length > maxAddressLength || !/^(?:https?:)?\/\//i.test(text)) return null;
  const address = text.startsWith('//') ? `https:${text}` : text;
  return URL.canParse(address) ? new URL(address).href : null;
}

/** The first `src` of a tag, read as the tokenizer of HTML reads it. A tag that never ends is none. */
function readSource(text: string, from: number): { src: string | null; end: number } {
  const none = { src: null, end: text.length };
  let src: string | null = null;
  let at = from;
  while (at < text.length) {
    at = skip(text, at, /[\s/]/);
    if (text[at] === '>') return { src, end: at + 1 };
    // A name may begin with "=".
    const nameEnd = skip(text, at + 1, /[^\s/>=]/);
    const name = text.slice(at, nameEnd).toLowerCase();
    const equals = skip(text, nameEnd, /\s/);
    at = nameEnd;
    if (text[equals] !== '=') continue;
    const open = skip(text, equals + 1, /\s/);
    const quote = text[open];
    const isQuoted = quote === '"' || quote === "'";
    const start = isQuoted ? open + 1 : open;
    const close = isQuoted ? text.indexOf(quote, start) : skip(text, start, /[^\s>]/);
    if (close < 0) return none;
    if (name === 'src') src ??= text.slice(start, close);
    at = isQuoted ? close + 1 : close;
  }
  return none;
}

function skip(text: string, from: number, wanted: RegExp): number {
  let at = from;
  while (at < text.length && wanted.test(text.charAt(at))) at++;
  return at;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What addresses are written with. Anything rarer is left alone: then the image is not found and stays held back. */
function decoded(value: string): string {
  return value
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, ten, sixteen, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = ten === undefined ? Number.parseInt(String(sixteen), 16) : Number(ten);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&amp(?![;=\w])/gi, '&');
}
