type HtmlPart =
  | { kind: 'text'; from: number; to: number }
  | { kind: 'start'; name: string; attributeCount: number; from: number; to: number }
  | { kind: 'end'; name: string };

/** Elements whose content is not markup. */
const rawElements = /^(?:style|script|title|textarea|xmp|iframe|noembed|noframes)$/;

/**
 * The parts of an HTML text in one pass, without building anything: fit for texts that a parser should not see yet.
 * With `readsRaw` the content of styles and the like counts as markup, as it does inside SVG.
 */
export function* scanHtml(html: string, readsRaw = false): Generator<HtmlPart> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) yield { kind: 'text', from: at, to: textEnd };
    if (open < 0) return;
    const next = html.slice(open + 1, open + 3);
    if (/^[a-z]/i.test(next)) {
      const tag = readTag(html, open + 1);
      const { name, attributeCount, end } = tag;
      yield { kind: 'start', name, attributeCount, from: open, to: end };
      at = !readsRaw && rawElements.test(tag.name) ? endOfRawContent(html, tag.name, tag.end) : tag.end;
    } else if (/^\/[a-z]/i.test(next)) {
      const tag = readTag(html, open + 2);
      yield { kind: 'end', name: tag.name };
      at = tag.end;
    } else if (/^[!?/]/.test(next)) {
      at = endOfComment(html, open);
    } else {
      yield { kind: 'text', from: open, to: open + 1 };
      at = open + 1;
    }
  }
}

/** Name and number of attributes, as the tokenizer of HTML counts them. */
function readTag(html: string, from: number): { name: string; attributeCount: number; end: number } {
  const nameEnd = skip(html, from, isNameChar);
  const name = html.slice(from, Math.min(nameEnd, from + 64)).toLowerCase();
  let attributeCount = 0;
  let at = nameEnd;
  while (at < html.length) {
    at = skip(html, at, isSpaceOrSlash);
    if (html[at] === '>' || at >= html.length) return { name, attributeCount, end: at + 1 };
    attributeCount++;
    // A name may begin with "=".
    at = skip(html, at + 1, isAttributeNameChar);
    const value = skip(html, at, isSpace);
    if (html[value] === '=') at = endOfValue(html, skip(html, value + 1, isSpace));
  }
  return { name, attributeCount, end: html.length };
}

function endOfValue(html: string, at: number): number {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") return skip(html, at, isUnquotedChar);
  const close = html.indexOf(quote, at + 1);
  return close < 0 ? html.length : close + 1;
}

function endOfComment(html: string, open: number): number {
  if (!html.startsWith('<!--', open)) return afterFirst(html, />/g, open);
  const empty = /^<!--(?:-?)>/.exec(html.slice(open, open + 6));
  return empty ? open + empty[0].length : afterFirst(html, /--!?>/g, open + 4);
}

function endOfRawContent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function afterFirst(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(html) ? mark.lastIndex : html.length;
}

function skip(html: string, from: number, isWanted: (char: string) => boolean): number {
  let at = from;
  while (at < html.length && isWanted(html.charAt(at))) at++;
  return at;
}

const isSpace = (char: string) =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f';
const isSpaceOrSlash = (char: string) => isSpace(char) || char === '/';
const isNameChar = (char: string) => !isSpaceOrSlash(char) && char !== '>';
const isAttributeNameChar = (char: string) => isNameChar(char) && char !== '=';
const isUnquotedChar = (char: string) => !isSpace(char) && char !== '>';
