import { useCallback, useEffect, useRef, useState } from 'react';
import { drawImages, drawnImages, type ShownImages } from '@/lib/client/mail/draw-images';
import { mailDocument } from '@/lib/client/mail/mail-document';
import type { CleanMail } from '@/lib/client/mail/sanitise-mail';
import { useHeldTop } from './use-held-top';

const minHeight = 24;
/** A mail may be long; beyond this it scrolls in its own box. */
const maxHeight = 20_000;
/** A mail whose height hangs on the height of its frame would grow for ever: so many changes in a row and no more. */
const maxHeightChanges = 12;
const rowOfChangesMs = 500;
const scrollbarHeight = 12;

/** How high a mail turned out, so that a row that comes back into view keeps its place. */
const knownHeights = new WeakMap<CleanMail, number>();

type MailFrameProps = {
  mail: CleanMail;
  /** Those of other servers that were asked for; null: they are held back. */
  images: ShownImages | null;
  title: string;
  isUnfolded: boolean;
};

/**
 * A sanitised mail in a box of its own: no scripts, no forms, no way to navigate this page.
 * `allow-same-origin` without `allow-scripts` lets us measure it and gives the mail nothing.
 */
export function MailFrame({ mail, images, title, isUnfolded }: MailFrameProps) {
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const [height, setHeight] = useState(() => knownHeights.get(mail) ?? minHeight);
  const urlOf = useBlobUrls();
  useHeldTop(frameRef, height);

  /** Measured only when what is there already is drawn: a row that comes back into view has its height at once. */
  async function onLoad(loaded: Document | null) {
    if (loaded && images) {
      drawImages(loaded, mail, images, urlOf);
      await drawnImages(loaded);
    }
    setPage(loaded);
  }

  useEffect(() => {
    if (page) drawImages(page, mail, images, urlOf);
  }, [page, mail, images, urlOf]);

  useEffect(() => {
    const frame = frameRef.current;
    if (!page || !frame) return;
    let changes = 0;
    let changedAt = 0;
    let width = 0;
    const measure = () => {
      const root = page.documentElement;
      const now = performance.now();
      if (root.clientWidth !== width || now - changedAt > rowOfChangesMs) changes = 0;
      width = root.clientWidth;
      const isWide = root.scrollWidth > root.clientWidth;
      const content = Math.ceil(root.getBoundingClientRect().height) + (isWide ? scrollbarHeight : 0);
      root.style.setProperty('overflow-y', content > maxHeight ? 'auto' : 'hidden', 'important');
      const next = Math.min(Math.max(content, minHeight), maxHeight);
      // Each image may come by itself and change it once.
      const allowed = maxHeightChanges + mail.images.length;
      if (knownHeights.get(mail) === next || changes++ > allowed) return;
      changedAt = now;
      knownHeights.set(mail, next);
      setHeight(next);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(page.documentElement);
    // Keys stay in the frame otherwise: neither Esc nor any shortcut would work after a click on the mail. Enter follows
    // its links.
    const passOn = (event: KeyboardEvent) => {
      if (event.key === 'Enter') return;
      const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
      const modifierAltGraph = event.getModifierState('AltGraph');
      const press = { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat, modifierAltGraph };
      const copy = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
      if (!frame.dispatchEvent(copy)) event.preventDefault();
    };
    page.addEventListener('keydown', passOn);
    return () => {
      observer.disconnect();
      page.removeEventListener('keydown', passOn);
    };
  }, [page, mail]);

  useEffect(() => {
    page?.documentElement.setAttribute('data-parley-quotes', isUnfolded ? 'open' : 'folded');
  }, [page, isUnfolded]);

  useEffect(() => {
    const frame = frameRef.current;
    if (!page || !frame || mail.isStyled) return;
    const paint = () => paintLikePage(page.documentElement, frame);
    paint();
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-theme', 'class'],
    });
    return () => observer.disconnect();
  }, [page, mail]);

  return (
    <iframe
      ref={frameRef}
      title={title}
      srcDoc={mailDocument(mail)}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      onLoad={(event) => void onLoad(event.currentTarget.contentDocument)}
      style={{ height }}
      className="block w-full border-0"
    />
  );
}

/** One address for each blob, for as long as the frame is there. */
function useBlobUrls(): (blob: Blob) => string {
  const [urls] = useState(() => new Map<Blob, string>());
  useEffect(
    () => () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
    [urls],
  );
  return useCallback(
    (blob: Blob) => {
      const url = urls.get(blob) ?? URL.createObjectURL(blob);
      urls.set(blob, url);
      return url;
    },
    [urls],
  );
}

/** A mail without colours of its own has those of the theme; tokens do not reach into a frame by themselves. */
function paintLikePage(root: HTMLElement, frame: HTMLIFrameElement) {
  const page = getComputedStyle(frame);
  root.style.colorScheme = page.colorScheme;
  root.style.setProperty('--parley-ink', page.getPropertyValue('--ink'));
  root.style.setProperty('--parley-accent', page.getPropertyValue('--accent'));
}
