import type { Config, DOMPurify } from 'dompurify';
import { remoteImageAddress } from '@/lib/shared/mail-images';
import { cleanDeclarations, cleanStyleSheet } from './clean-css';
import { markCutter } from './combining-marks';
import { mailLimits } from './mail-gate';
import { safeMailLink } from './mail-links';
import { markQuotedParts } from './quoted-part';

/** An image that was held back and that our server could fetch. */
export type MailImage = {
  /** Its place among the remote images of the mail, as our server counts them too. */
  index: number;
  /** Everything of it but its address, sanitised. */
  attributes: readonly (readonly [name: string, value: string])[];
};

export type CleanMail = {
  /** A whole document without scripts, forms, addresses that load, or anything relative. */
  html: string;
  /** How many images of other servers were taken out, backgrounds among them. */
  heldBack: number;
  /** Those that can be shown when somebody asks: the mark of each stands in `html` with its number here. */
  images: MailImage[];
  /** It brings colours or a layout of its own, so it stands on white in every theme. */
  isStyled: boolean;
  /** Earlier mails are marked with `data-parley-quote`. */
  hasQuote: boolean;
};

/** The forbidden elements keep their words, not themselves. */
const config = {
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true as const,
  USE_PROFILES: { html: true },
  SANITIZE_NAMED_PROPS: true,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORBID_TAGS: [
    'form',
    'input',
    'button',
    'textarea',
    'select',
    'svg',
    'math',
    'video',
    'audio',
    'source',
    'track',
    'picture',
    'object',
    'embed',
    'iframe',
    'frame',
    'frameset',
    'base',
    'link',
    'meta',
    'dialog',
    'template',
    'slot',
  ],
  FORBID_ATTR: [
    'srcset',
    'sizes',
    'ping',
    'background',
    'poster',
    'action',
    'formaction',
    'cite',
    'longdesc',
    'lowsrc',
    'dynsrc',
    'usemap',
    'xlink:href',
    'popover',
    'popovertarget',
    'autofocus',
    'tabindex',
    'accesskey',
    'contenteditable',
    'autoplay',
    // In the frame for printing nothing ever comes near the view.
    'loading',
  ],
} satisfies Config;

/** Stands where an image was held back, with its description. */
export const heldBackMark = 'data-parley-image';

const embeddedImage = /^data:image\/(?:png|jpe?g|gif|webp|bmp|avif);base64,[a-z0-9+/=\s]*$/i;
const remoteAddress = /^\s*(?:https?:|\/\/)/i;

/**
 * Takes everything out of a mail that passed the gate that could run, load, leave or pretend. `remote` are the addresses
 * of the images that may be asked for, by their places. Throws when it cannot.
 */
export async function sanitiseMail(html: string, remote: readonly string[] = []): Promise<CleanMail> {
  const { default: createPurifier } = await import('dompurify');
  const purifier = createPurifier(window);
  if (!purifier.isSupported) throw new Error('This browser cannot sanitise mails.');
  const counted = addHooks(purifier, new Map(remote.map((address, index) => [address, index])));
  const root = purifier.sanitize(html, config);
  if (!(root instanceof Element)) throw new Error('The sanitiser gave no document.');
  const images = takeHeldBackImages(root);
  const hasQuote = markQuotedParts(root);
  return { html: root.outerHTML, heldBack: counted.heldBack, images, isStyled: isStyled(root), hasQuote };
}

function addHooks(purifier: DOMPurify, places: ReadonlyMap<string, number>): { heldBack: number } {
  const counted = { heldBack: 0 };
  const placeOf = new WeakMap<Element, number>();
  const heldBackOn = new WeakSet<Element>();
  const cutMarks = markCutter();
  let elements = 0;

  function holdBack(element: Element) {
    if (!heldBackOn.has(element)) counted.heldBack++;
    heldBackOn.add(element);
  }

  purifier.addHook('uponSanitizeElement', (node) => {
    // The gate read a text; this is what the parser made of it.
    if (++elements > mailLimits.tags * 5) throw new Error('Too many elements');
    if (node.nodeType === Node.TEXT_NODE) {
      const cut = cutMarks(node.nodeValue ?? '');
      if (cut !== node.nodeValue) node.nodeValue = cut;
    }
    if (!(node instanceof Element)) return;
    if (node.attributes.length > mailLimits.attributes) throw new Error('Too many attributes');
    if (node.localName === 'style') {
      const { css, heldBack } = cleanStyleSheet(node.textContent ?? '');
      node.textContent = css;
      counted.heldBack += heldBack;
    }
  });

  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    const { attrName: name, attrValue: value } = attribute;
    if (/^(?:src|srcset|background|poster|lowsrc|dynsrc)$/.test(name) && remoteAddress.test(value))
      holdBack(element);
    if (name === 'style') {
      const { css, heldBack } = cleanDeclarations(value);
      attribute.attrValue = css;
      if (heldBack > 0) holdBack(element);
    }
    const address = name === 'src' && element.localName === 'img' ? remoteImageAddress(value) : null;
    const place = address === null ? undefined : places.get(address);
    if (place !== undefined) placeOf.set(element, place);
    if (name === 'src' && !(element.localName === 'img' && embeddedImage.test(value)))
      attribute.keepAttr = false;
    if (name === 'href' && !/^(?:a|area)$/.test(element.localName)) attribute.keepAttr = false;
  });

  purifier.addHook('afterSanitizeAttributes', (element) => {
    for (const name of ['target', 'rel', 'download', 'type']) element.removeAttribute(name);
    const place = placeOf.get(element);
    if (place !== undefined) element.setAttribute(heldBackMark, String(place));
    const href = element.getAttribute('href');
    if (href === null) return;
    const safe = safeMailLink(href);
    element.removeAttribute('href');
    if (!safe) return;
    element.setAttribute('href', safe);
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
    // Shown on hover, so that a text cannot pretend to lead elsewhere.
    element.setAttribute('title', safe);
  });

  return counted;
}

/**
 * An image without an address would be a broken one; its words say what was meant to be there. Answers those that can be
 * asked for, and leaves their number at their place.
 */
function takeHeldBackImages(root: Element): MailImage[] {
  const images: MailImage[] = [];
  for (const image of root.querySelectorAll('img:not([src])')) {
    const place = image.getAttribute(heldBackMark);
    const name = root.ownerDocument.createElement('span');
    name.setAttribute(heldBackMark, place === null ? '' : String(images.length));
    name.textContent = image.getAttribute('alt');
    if (place !== null) {
      const attributes = [...image.attributes].filter((attribute) => attribute.name !== heldBackMark);
      images.push({ index: Number(place), attributes: attributes.map(({ name, value }) => [name, value]) });
    }
    image.replaceWith(name);
  }
  return images;
}

function isStyled(root: Element): boolean {
  if (root.querySelector('table, [bgcolor], font[color], center, img[src]')) return true;
  const own = [...root.querySelectorAll('[style]')].map((element) => element.getAttribute('style') ?? '');
  const sheets = [...root.querySelectorAll('style')].map((style) => style.textContent ?? '');
  return [...own, ...sheets].some((css) =>
    /(?:^|[\s;{-])(?:color|background)\s*:|background-color/i.test(css),
  );
}
