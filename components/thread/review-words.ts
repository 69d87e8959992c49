import type { Message } from '@/lib/shared/contract/message';

const bestRating = 5;
const leadingStars = /^\s*([★☆⭐]{1,5})\s*/u;

/** A review often brings its stars as signs before its words: they are drawn once. */
export function reviewWords({ rating, body }: Pick<Message, 'rating' | 'body'>) {
  const signs = leadingStars.exec(body ?? '');
  const counted = signs?.[1]?.replace(/☆/g, '').length;
  const stars = rating ?? counted ?? null;
  return {
    stars: stars === null ? null : Math.min(Math.max(stars, 0), bestRating),
    text: (signs && stars !== null ? body?.slice(signs[0].length) : body)?.trim() ?? '',
    best: bestRating,
  };
}
