import { describe, expect, it } from 'vitest';
import { maxRemoteImages, remoteImageAddress, remoteImages } from './mail-images';

describe('the remote images of a mail', () => {
  it.each([
    ['<img src="https://a.example/1.png"><IMG SRC=https://a.example/2.png>', ['1.png', '2.png']],
    ["<img alt='>' src='https://a.example/1.png'/>", ['1.png']],
    ['<img/src="https://a.example/1.png"/alt=x>', ['1.png']],
    ['<img\nwidth = 1\tsrc =\n"https://a.example/1.png">', ['1.png']],
    ['<img src="https://a.example/1.png" src="https://a.example/2.png">', ['1.png']],
    ['<img src="https://a.example/1.png"><img src="https://a.example/1.png">', ['1.png']],
    ['<img src=" //a.example/1.png ">', ['1.png']],
    ['<img src="HTTPS://A.example/x?a=1&amp;b=2&#38;c&#x26;d">', ['x?a=1&b=2&c&d']],
    ['<img src="https://a.example/x?a=1&copy=2&amp">', ['x?a=1&copy=2&']],
    ['<img =x src="https://a.example/1.png">', ['1.png']],
    ['<imgx src="https://a.example/1.png"><image src="https://a.example/2.png">', []],
    ['<img src="/1.png"><img src="cid:1"><img src="data:image/png;base64,AAAA"><img src><img>', []],
    ['<img src="javascript:alert(1)"><img src="//["><img src="http://">', []],
    ['<img data-src="https://a.example/1.png" srcset="https://a.example/2.png 2x">', []],
    ['<img src="https://a.example/1.png', []],
    ['<img alt="never closed src=https://a.example/1.png><img src=https://a.example/2.png>', []],
  ])('are found in %s', (html, names) => {
    expect(remoteImages(html)).toEqual(names.map((name) => `https://a.example/${name}`));
  });

  it('are named as a parser of HTML names them', () => {
    expect(remoteImageAddress('\n https://a.example/ü b.png ')).toBe('https://a.example/%C3%BC%20b.png');
    expect(remoteImageAddress(`https://a.example/${'a'.repeat(5000)}`)).toBeNull();
  });

  it('are so many and no more', () => {
    const html = Array.from({ length: 500 }, (_, index) => `<img src="https://a.example/${index}">`).join('');
    expect(remoteImages(html)).toHaveLength(maxRemoteImages);
  });

  it.each(['<img ', '<img a="', "<img a='", '<img =', '<img src=x', '<img src="&amp', '&amp;'])(
    'are looked for in one pass, whatever is written: a million signs of %s',
    (piece) => {
      expect(remoteImages(piece.repeat(1_000_000 / piece.length))).toEqual([]);
    },
  );
});
