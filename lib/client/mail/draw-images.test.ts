// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { remoteImages } from '@/lib/shared/mail-images';
import { drawImages, type ShownImages } from './draw-images';
import { sanitiseMail } from './sanitise-mail';

const html =
  '<p>Hello</p><img src="https://a.example/1" width="160" height="110" alt="A gown"><img src="https://a.example/2" alt="A shoe"><img src="https://a.example/1" width="9999999" height="1"><img src="cid:1" alt="inside">';

async function frame() {
  const mail = await sanitiseMail(html, remoteImages(html));
  const page = new DOMParser().parseFromString(mail.html, 'text/html');
  const names = new Map<Blob, string>();
  const urlOf = (blob: Blob) =>
    names.get(blob) ?? `blob:test/${names.set(blob, `blob:test/${names.size}`).size - 1}`;
  return {
    draw: (shown: ShownImages | null) => drawImages(page, mail, shown, urlOf),
    sources: () => [...page.images].map((image) => decodeURIComponent(image.src)),
    text: () => page.body.textContent,
  };
}

describe('the images of a mail', () => {
  it('have their room kept where the mail says how large they are, and come one by one', async () => {
    const { draw, sources, text } = await frame();
    const [first, second] = [new Blob(['1']), new Blob(['2'])];
    draw(new Map());
    expect(sources()).toEqual([expect.stringMatching(/^data:image\/svg\+xml,.*width="160" height="110"/)]);
    expect(text()).toBe('HelloA shoeinside');
    draw(new Map([[1, second]]));
    expect(sources()).toEqual([expect.stringMatching(/^data:/), 'blob:test/0']);
    draw(
      new Map([
        [1, second],
        [0, first],
      ]),
    );
    expect(sources()).toEqual(['blob:test/1', 'blob:test/0', 'blob:test/1']);
  });

  it('that cannot be had, or are held back again, are what they were called', async () => {
    const { draw, sources, text } = await frame();
    const [first, second] = [new Blob(['1']), new Blob(['2'])];
    draw(new Map());
    draw(
      new Map<number, Blob | 'failed'>([
        [0, 'failed'],
        [1, second],
      ]),
    );
    expect(sources()).toEqual(['blob:test/0']);
    expect(text()).toBe('HelloA gowninside');
    draw(
      new Map([
        [0, first],
        [1, second],
      ]),
    );
    expect(sources()).toHaveLength(3);
    draw(null);
    expect(sources()).toEqual([]);
    expect(text()).toBe('HelloA gownA shoeinside');
  });
});
