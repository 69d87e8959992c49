import { expect, it } from 'vitest';
import { reviewWords } from './review-words';

it('draws the stars once, whether GHL counts them or writes them', () => {
  expect(reviewWords({ rating: 5, body: '★★★★★ Lovely' })).toMatchObject({ stars: 5, text: 'Lovely' });
  expect(reviewWords({ rating: null, body: '★★☆☆☆ Slow' })).toMatchObject({ stars: 2, text: 'Slow' });
  expect(reviewWords({ rating: 4.5, body: 'Good' })).toMatchObject({ stars: 4.5, text: 'Good' });
  expect(reviewWords({ rating: 9, body: null })).toMatchObject({ stars: 5, text: '' });
  expect(reviewWords({ rating: null, body: 'No stars' })).toMatchObject({ stars: null, text: 'No stars' });
});
