import { describe, expect, it } from 'vitest';
import { pastedFiles } from './pasted-files';

const now = new Date(2026, 10, 28, 9, 5, 7);
const clipboard = (files: File[], text = '') => ({
  files: files as unknown as FileList,
  getData: () => text,
});
const picture = (name: string, type = 'image/png') => new File(['x'], name, { type });
const names = (files: File[]) => files.map(({ name }) => name);

describe('what is pasted', () => {
  it('is a file with a name that says what and when, where it has none of its own', () => {
    expect(names(pastedFiles(clipboard([picture('image.png')]), now))).toEqual([
      'Screenshot 2026-11-28 at 09.05.07.png',
    ]);
    expect(names(pastedFiles(clipboard([picture('', 'image/jpeg'), picture('image.png')]), now))).toEqual([
      'Screenshot 2026-11-28 at 09.05.07.jpg',
      'Screenshot 2026-11-28 at 09.05.07 (2).png',
    ]);
  });

  it('keeps the name of a file that was copied', () => {
    expect(names(pastedFiles(clipboard([picture('gown.png')]), now))).toEqual(['gown.png']);
  });

  it('is text where there is text: a table comes with a picture of itself', () => {
    expect(pastedFiles(clipboard([picture('image.png')], 'a\tb'), now)).toEqual([]);
    expect(pastedFiles(clipboard([]), now)).toEqual([]);
  });
});
