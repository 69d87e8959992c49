const maxLength = 8192;
/** Text on its way out may not turn itself around: what is shown must be what is opened. */
const bidiControls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Where a link of a mail may lead: absolute http(s), mailto without hidden receivers, plain phone numbers. */
export function safeMailLink(href: string): string | null {
  if (href.length > maxLength) return null;
  const url = parse(href.replace(bidiControls, '').trim());
  if (!url) return null;
  if (url.protocol === 'http:' || url.protocol === 'https:') return url.hostname ? url.href : null;
  if (url.protocol === 'tel:')
    return /^\+?[\d().\- ]{3,24}$/.test(url.pathname) ? `tel:${url.pathname}` : null;
  if (url.protocol === 'mailto:') return mailTo(url);
  return null;
}

/** Only the address and what it is about: cc, bcc and a body could speak in our name. */
function mailTo(url: URL): string | null {
  if (!/^[^\s?&,;]+@[^\s?&,;]+$/.test(url.pathname)) return null;
  const subject = url.searchParams.get('subject');
  return `mailto:${url.pathname}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`;
}

/** Without a base: a relative address would lead to our own server, with its cookies. */
function parse(href: string): URL | null {
  try {
    return new URL(href);
  } catch {
    return null;
  }
}
