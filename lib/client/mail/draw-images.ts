import { type CleanMail, heldBackMark, type MailImage } from './sanitise-mail';

/** What is known of an image that somebody asked for: not there yet, there, or not to be had. */
export type ShownImages = ReadonlyMap<number, Blob | 'failed'>;

/**
 * Draws the images of a mail into its frame as far as they have come; with `null` it takes them out again. Where a mail
 * says how large an image is, its room is kept until it comes. `urlOf` makes an address of a blob.
 */
export function drawImages(
  page: Document,
  mail: CleanMail,
  shown: ShownImages | null,
  urlOf: (blob: Blob) => string,
): void {
  for (const place of page.querySelectorAll(`[${heldBackMark}]`)) {
    const number = place.getAttribute(heldBackMark);
    const image = number ? mail.images[Number(number)] : undefined;
    if (!image || !number) continue;
    const found = shown?.get(image.index);
    const room = shown && found === undefined ? roomFor(image) : null;
    const src = found instanceof Blob ? urlOf(found) : room;
    if (place.localName === 'img') {
      if (src === null) place.replaceWith(wordsOf(page, image, number));
      else if (place.getAttribute('src') !== src) place.setAttribute('src', src);
    } else if (src !== null) {
      place.replaceWith(pictureOf(page, image, number, src));
    }
  }
}

/** Resolves when every image that is drawn has its size. */
export async function drawnImages(page: Document): Promise<void> {
  const images = [...page.querySelectorAll<HTMLImageElement>(`img[${heldBackMark}]`)];
  await Promise.allSettled(images.map((image) => image.decode()));
}

function pictureOf(page: Document, image: MailImage, number: string, src: string): HTMLElement {
  const picture = page.createElement('img');
  for (const [name, value] of image.attributes) picture.setAttribute(name, value);
  picture.setAttribute(heldBackMark, number);
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '');
  picture.setAttribute('src', src);
  return picture;
}

function wordsOf(page: Document, image: MailImage, number: string): HTMLElement {
  const words = page.createElement('span');
  words.setAttribute(heldBackMark, number);
  words.textContent = image.attributes.find(([name]) => name === 'alt')?.[1] ?? '';
  return words;
}

/** An empty picture of the same size. */
function roomFor({ attributes }: MailImage): string | null {
  const size = (wanted: string) => {
    const value = attributes.find(([name]) => name === wanted)?.[1].trim() ?? '';
    return /^\d{1,4}$/.test(value) && Number(value) > 0 ? Number(value) : null;
  };
  const [width, height] = [size('width'), size('height')];
  if (width === null || height === null) return null;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`)}`;
}
