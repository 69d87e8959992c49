type CleanCss = {
  css: string;
  /** How many declarations would have loaded something from elsewhere. */
  heldBack: number;
};

/** Whatever can load, run or pull in another sheet. No address may stay in CSS, whatever it is written like. */
const forbidden =
  /(?:url|image-set|src|element|image|cross-fade|paint|expression)\s*\(|@import|@font-face|@namespace|-moz-binding|behavior\s*:/i;
/** The frame is as high as the mail: a mail as high as the frame would grow for ever. */
const viewportHeight = /\d(?:[dsl]?v(?:h|b|min|max))\b/i;
const remote = /(?:https?:)?\/\//i;
const maxNesting = 4;

/** The value of a style attribute without what loads and without `position`, which would leave the mail's own place. */
export function cleanDeclarations(css: string): CleanCss {
  let heldBack = 0;
  const kept: string[] = [];
  for (const declaration of split(withoutComments(css), ';')) {
    const plain = unescaped(declaration);
    if (forbidden.test(plain)) {
      if (remote.test(plain)) heldBack++;
    } else if (
      !viewportHeight.test(plain) &&
      /^\s*[-\w]+\s*:/.test(declaration) &&
      !/^\s*position\s*:/i.test(plain) &&
      !/[{}<]/.test(plain)
    ) {
      kept.push(declaration.trim());
    }
  }
  return sealed(kept.join('; '), heldBack);
}

/** A style block with plain rules, @media and @supports; every other at-rule goes. */
export function cleanStyleSheet(css: string): CleanCss {
  return cleanRules(withoutComments(css).replace(/<!--|-->/g, ' '), 0);
}

function cleanRules(css: string, nesting: number): CleanCss {
  let heldBack = 0;
  let kept = '';
  for (const { prelude, body } of rules(css)) {
    const name = /^@([-\w]+)/.exec(prelude)?.[1]?.toLowerCase();
    const isGroup = name === 'media' || name === 'supports';
    if (body === null || (name !== undefined && !isGroup) || /[<\\@{}]/.test(prelude.slice(1))) continue;
    const inner = isGroup
      ? nesting < maxNesting
        ? cleanRules(body, nesting + 1)
        : { css: '', heldBack: 0 }
      : cleanDeclarations(body);
    heldBack += inner.heldBack;
    if (inner.css) kept += `${prelude} { ${inner.css} }\n`;
  }
  return sealed(kept, heldBack);
}

/** The last word, over the text as it will stand: no reading of it may find a way out. */
function sealed(css: string, heldBack: number): CleanCss {
  return { css: forbidden.test(unescaped(css)) || css.includes('<') ? '' : css, heldBack };
}

function* rules(css: string): Generator<{ prelude: string; body: string | null }> {
  let at = 0;
  while (at < css.length) {
    const stop = endOf(css, at, '{;');
    const prelude = css.slice(at, stop).trim();
    if (css[stop] !== '{') {
      if (prelude) yield { prelude, body: null };
      at = stop + 1;
      continue;
    }
    const close = endOf(css, stop + 1, '}');
    yield { prelude, body: css.slice(stop + 1, close) };
    at = close + 1;
  }
}

function split(css: string, separator: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at <= css.length) {
    const stop = endOf(css, at, separator);
    parts.push(css.slice(at, stop));
    at = stop + 1;
  }
  return parts;
}

/** Where one of the signs stands outside strings, brackets and blocks; the end of the text if nowhere. */
function endOf(css: string, from: number, signs: string): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const char = css.charAt(at);
    if (depth === 0 && signs.includes(char)) return at;
    if (char === '\\') at++;
    else if (char === '"' || char === "'") at = endOfString(css, at);
    else if (char === '(' || char === '{' || char === '[') depth++;
    else if (char === ')' || char === '}' || char === ']') depth = Math.max(0, depth - 1);
  }
  return css.length;
}

function endOfString(css: string, open: number): number {
  for (let at = open + 1; at < css.length; at++) {
    const char = css.charAt(at);
    if (char === '\\') at++;
    // A string ends with its line, closed or not.
    else if (char === css[open] || char === '\n') return at;
  }
  return css.length;
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|\r?\n|([\s\S]))/gi, (_whole, hex, char) =>
    hex === undefined ? String(char ?? '') : codePoint(Number.parseInt(String(hex), 16)),
  );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
