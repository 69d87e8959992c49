/** The mark on what a reader of a mail thread has read before. Mails cannot set it: their data- attributes are dropped. */
export const quoteMark = 'data-parley-quote';

/**
 * Marks the earlier mails that a mail carries along, so that they can be folded. Nothing is marked when nothing else
 * would be left to read. `root` is sanitised: ids carry the sanitiser's prefix.
 */
export function markQuotedParts(root: Element): boolean {
  const found = [...ownQuotes(root), ...citedBlocks(root), ...afterOutlookHeader(root)].filter(
    (element) => !isForwarded(element),
  );
  if (found.length === 0) return false;
  const quoted = new Set(found);
  if (!hasContentOutside(root, quoted)) return false;
  for (const element of quoted) element.setAttribute(quoteMark, '');
  return true;
}

/** What mail programs name as a quote themselves. */
function ownQuotes(root: Element): Element[] {
  return [
    ...root.querySelectorAll(
      '.gmail_quote, .gmail_quote_container, .yahoo_quoted, .moz-cite-prefix, .protonmail_quote, .tutanota_quote, blockquote[type="cite"]',
    ),
  ];
}

/** A blockquote after "On … wrote:", with that line. */
function citedBlocks(root: Element): Element[] {
  return [...root.querySelectorAll('blockquote')].flatMap((block) => {
    const before = block.previousElementSibling;
    return before && isAttribution(before.textContent ?? '') ? [before, block] : [];
  });
}

/** Outlook writes "From: … Sent: … Subject: …" and then the earlier mail, with no element around both. */
function afterOutlookHeader(root: Element): Element[] {
  const named = root.querySelector('[id$="divRplyFwdMsg"], [id$="appendonsend"]');
  const header = named ?? [...root.querySelectorAll('div, p')].find(isOutlookHeader);
  if (!header) return [];
  const quoted = [header];
  const before = header.previousElementSibling;
  if (before?.localName === 'hr') quoted.push(before);
  for (let level: Element | null = header; level && level.localName !== 'body'; level = level.parentElement) {
    for (let next = level.nextElementSibling; next; next = next.nextElementSibling) quoted.push(next);
    // Outlook wraps the header alone; further out stands what is not part of the quote.
    if (level !== header && level.parentElement?.localName !== 'div') break;
  }
  return quoted;
}

function isOutlookHeader(element: Element): boolean {
  const text = (element.textContent ?? '').slice(0, 2000).trim();
  return (
    /^(?:From|Von|De):[^\n]{0,300}\s*(?:Sent|Date|Gesendet|Envoyé):/su.test(text) &&
    /(?:Subject|Betreff|Objet):/u.test(text)
  );
}

export function isAttribution(text: string): boolean {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length > 300) return false;
  return /^(?:On|Am|Le|El|Il|Em|Op) .*(?:wrote|schrieb.*|écrit|escribió|scritto|escreveu|schreef.*) ?:$/u.test(
    line,
  );
}

/** A forwarded mail is what the sender wants to be read. */
function isForwarded(element: Element): boolean {
  return /^\s*-{3,} ?Forwarded message ?-{3,}|^\s*Begin forwarded message:/i.test(element.textContent ?? '');
}

function hasContentOutside(root: Element, quoted: ReadonlySet<Element>): boolean {
  const walk = (node: Node): boolean => {
    if (node instanceof Element) {
      if (quoted.has(node) || /^(?:head|style|title)$/.test(node.localName)) return false;
      if (node.localName === 'img' && node.hasAttribute('src')) return true;
    }
    if (node.nodeType === Node.TEXT_NODE) return /\S/.test(node.nodeValue ?? '');
    return [...node.childNodes].some(walk);
  };
  return walk(root);
}
