import { linkTarget } from '@/lib/shared/contract/rich-text';

/** What somebody typed as an address, as a link: most leave out what a browser puts in. Null for what leads nowhere. */
export function writtenLink(typed: string): string | null {
  const text = typed.trim();
  if (/^(?:https?:|mailto:|tel:)/i.test(text)) return linkTarget(text);
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return linkTarget(`mailto:${text}`);
  if (/^\+?[\d\s().-]{6,20}$/.test(text)) return linkTarget(`tel:${text.replace(/[^\d+]/g, '')}`);
  return /^[^\s/:@]+\.[^\s/:@]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text) ? linkTarget(`https://${text}`) : null;
}
