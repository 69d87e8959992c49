import { describe, expect, it } from 'vitest';
import { cutCombiningMarks, markCutter } from './combining-marks';
import { gateMail } from './mail-gate';

const reason = (html: string) => {
  const gate = gateMail(html);
  return gate.isOpen ? null : gate.reason;
};

describe('gateMail', () => {
  it('lets an ordinary mail through as it is', () => {
    const html = '<html><body><p>Hi<p>there <b>you</b><br><ul><li>a<li>b</ul></body></html>';
    expect(gateMail(html)).toEqual({ isOpen: true, html });
  });

  it('lets a long newsletter with the ghost tables of Outlook through', () => {
    const section =
      '<!--[if mso]><table><tr><td><![endif]--><div style="x"><table><tr><td><p>Text<td>More</tr></table></div><!--[if mso]></td></tr></table><![endif]-->';
    expect(reason(section.repeat(400))).toBeNull();
    expect(reason('<p>line'.repeat(5000))).toBeNull();
    expect(reason(`<table>${'<tr><td>a<td>b'.repeat(3000)}</table>`)).toBeNull();
  });

  it('refuses what is too long, too deep, too wide or too much', () => {
    expect(reason('x'.repeat(1_000_001))).toBe('length');
    expect(reason('<div>'.repeat(300))).toBe('depth');
    expect(reason('<b>'.repeat(300_000))).toBe('tags');
    expect(reason(`<p ${Array.from({ length: 101 }, (_, i) => `a${i}`).join(' ')}>`)).toBe('attributes');
    expect(reason('<p>a</p>'.repeat(20_001))).toBe('tags');
  });

  it('is not fooled about the depth by end tags that a parser ignores', () => {
    expect(reason('<b></x>'.repeat(300))).toBe('depth');
    expect(reason('<div><table><tr><td></div>'.repeat(300))).toBe('depth');
    expect(reason('<span><div></span>'.repeat(300))).toBe('depth');
    expect(reason(Array.from({ length: 300 }, (_, i) => `<p><font size=${i}>`).join(''))).toBe('depth');
    expect(reason('<b title="</b>">'.repeat(300))).toBe('depth');
    expect(reason('<b><!--</b>-->'.repeat(300))).toBe('depth');
    expect(reason(`<svg><style>${'<b>'.repeat(300)}`)).toBe('depth');
  });

  it('refuses formatting that would be opened again in every paragraph', () => {
    const fonts = Array.from({ length: 200 }, (_, i) => `<font size=${i}>`).join('');
    expect(reason(`<p>${fonts}</p>${'<p>x'.repeat(10_000)}`)).toBe('tags');
  });

  // What takes time with the square of the length takes many minutes here.
  it('comes to an end on texts that are made to slow it down', { timeout: 60_000 }, () => {
    for (const piece of [
      '<!--',
      '<a b="',
      '<style>',
      '<!',
      '<',
      '</',
      '<a ',
      '<a/',
      '<!---->',
      '<title></',
      '&#1;',
    ])
      expect(gateMail(piece.repeat(Math.floor(900_000 / piece.length)))).toHaveProperty('isOpen');
  });
});

describe('cutCombiningMarks', () => {
  it('cuts a pile of marks and leaves real scripts alone', () => {
    expect(cutCombiningMarks(`a${'\u0301'.repeat(200_000)}b`)).toBe(`a${'\u0301'.repeat(20)}b`);
    for (const text of ['Zoë é', 'नमस्ते', 'שָׁלוֹם', '👩‍👩‍👧', '❤️', 'ก็ที่'])
      expect(cutCombiningMarks(text)).toBe(text);
  });

  it('counts a pile that is spread over several pieces once', () => {
    const cut = markCutter();
    const pieces = [`a${'\u0301'.repeat(15)}`, '\u0301'.repeat(15), '\u0301'.repeat(15), 'b\u0301'];
    expect(pieces.map(cut).join('')).toBe(`a${'\u0301'.repeat(20)}b\u0301`);
  });
});
