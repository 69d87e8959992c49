import { expect, it } from 'vitest';
import { fileName, fileWords } from './file-words';

it('says type and size as far as they are known', () => {
  const file = (name: string) => ({ index: 0, name, kind: 'file' }) as const;
  expect(fileWords(file('quote.pdf'), 655_360)).toBe('PDF · 640 KB');
  expect(fileWords(file('quote.pdf'), null)).toBe('PDF');
  expect(fileWords({ index: 0, name: 'recording', kind: 'audio' }, null)).toBe('Sound');
  expect(fileName(file(''))).toBe('File without a name');
});
