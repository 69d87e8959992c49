import { expect, it } from 'vitest';
import { zonedWords } from './zoned-words';

const at = Date.parse('2026-12-01T14:00:00Z');
const words = (zone: string | undefined, viewer: string) => zonedWords(at, zone, viewer, 'en-GB');

it('names one time where both clocks show the same', () => {
  expect(words('America/New_York', 'America/Toronto')).toBe('Tue 1 Dec, 9:00');
  expect(words(undefined, 'Europe/Berlin')).toMatch(/^Tue 1 Dec, /);
});

it("names the location's time first, and the viewer's with its day where that is another", () => {
  expect(words('America/New_York', 'Europe/Berlin')).toBe('Tue 1 Dec, 9:00 in New York, 15:00 for you');
  expect(words('America/New_York', 'Pacific/Auckland')).toBe(
    'Tue 1 Dec, 9:00 in New York, Wed 2 Dec, 3:00 for you',
  );
});
