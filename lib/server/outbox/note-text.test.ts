import { expect, it } from 'vitest';
import { isNoteOf, noteText } from './note-text';

const comment = 'Ask @Priya Nair<userId>u1</userId> about it';

it('a note keeps the names of a comment and names its files', () => {
  expect(noteText(comment, ['https://files.example/a.pdf'])).toBe(
    'Ask @Priya Nair about it\nhttps://files.example/a.pdf',
  );
  expect(noteText('', ['https://files.example/a.pdf'])).toBe('https://files.example/a.pdf');
});

it('is found again, with its files or without', () => {
  expect(isNoteOf('Ask @Priya Nair about it', comment)).toBe(true);
  expect(isNoteOf(noteText(comment, ['https://files.example/a.pdf']), comment)).toBe(true);
  expect(isNoteOf('Ask @Priya Nair about its hem', comment)).toBe(false);
});
