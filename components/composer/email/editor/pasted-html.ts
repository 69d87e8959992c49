import { scanHtml } from '@/lib/shared/html-scan';
import { attributesOf } from '@/lib/shared/tag-attributes';

/** All that the schema looks at; the last is the editor's own, of what was copied from it. */
const kept = ['href', 'style', 'start', 'data-pm-slice'];
/** Their content is no text; a picture has none. */
const dropped =
  /^(?:style|script|title|textarea|xmp|iframe|noembed|noframes|object|embed|svg|math|img|link|meta|base)$/;

/**
 * The same markup with none of what a browser would load or run: a document that is parsed beside the page keeps to the
 * page's policy, and every handler in it would be reported. The schema then decides what of the rest is kept.
 */
export function withoutHandlers(html: string): string {
  let clean = '';
  for (const part of scanHtml(html)) {
    if (part.kind === 'text') {
      // A lone "<" begins no tag, and must not begin one where what stood behind it is gone.
      const text = html.slice(part.from, part.to);
      clean += text === '<' ? '&lt;' : text;
    } else if (dropped.test(part.name) || !/^[a-z][a-z0-9]*$/.test(part.name)) continue;
    else if (part.kind === 'end') clean += `</${part.name}>`;
    else clean += `<${part.name}${keptAttributes(html.slice(part.from, part.to))}>`;
  }
  return clean;
}

function keptAttributes(tag: string): string {
  const attributes = attributesOf(tag.slice(0, 4_000));
  return kept
    .flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined
        ? []
        : ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    })
    .join('');
}
