import { phonesIn } from './phones-in';

export type TextToken =
  | { kind: 'text'; text: string }
  /** `trueHost` is set where the text could be mistaken for another address. */
  | { kind: 'link'; text: string; href: string; trueHost: string | null }
  | { kind: 'phone'; text: string; href: string };

/** No spaces, no signs that end an address in running text, nothing that turns the direction of the text around. */
const address = /https?:\/\/[^\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,2000}/giu;

/** A text in pieces, http(s) addresses and phone numbers apart. Nothing of it is ever markup. */
export function linkTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = withoutTail(match[0]);
    const url = parse(shown);
    if (!url) continue;
    if (match.index > end) tokens.push(...phoneTokens(text.slice(end, match.index)));
    tokens.push({ kind: 'link', text: shown, href: url.href, trueHost: trueHost(shown, url) });
    end = match.index + shown.length;
  }
  if (end < text.length) tokens.push(...phoneTokens(text.slice(end)));
  return tokens;
}

/** The full stop belongs to the sentence, and so does a bracket that was opened before the address. */
function withoutTail(found: string): string {
  let end = found.length;
  while (end > 0) {
    const last = found.charAt(end - 1);
    const rest = found.slice(0, end - 1);
    const isClosing = last === ')' || last === ']';
    if (isClosing && rest.split(last === ')' ? '(' : '[').length > rest.split(last).length) break;
    if (!isClosing && !/[.,;:!?'*_~|}…]/u.test(last)) break;
    end--;
  }
  return found.slice(0, end);
}

/** `https://bank.com@evil.com` and letters of another script that look like ours. */
function trueHost(shown: string, url: URL): string | null {
  const written = /^https?:\/\/([^/?#\\]*)/i.exec(shown)?.[1]?.toLowerCase() ?? '';
  return written === url.host || written === `${url.hostname}:${url.port}` ? null : url.host;
}

function parse(text: string): URL | null {
  try {
    const url = new URL(text);
    return url.hostname ? url : null;
  } catch {
    return null;
  }
}

function phoneTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const { index, length, href } of phonesIn(text)) {
    if (index > end) tokens.push({ kind: 'text', text: text.slice(end, index) });
    tokens.push({ kind: 'phone', text: text.slice(index, index + length), href });
    end = index + length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
  return tokens;
}
