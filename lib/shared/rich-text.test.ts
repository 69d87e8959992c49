// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RichBlock, type RichMark, type RichText, richTextSchema } from './contract/rich-text';
import { isEmptyRich, isPlainRich, richLength, richToText, textToRich } from './rich-text';
import { richToHtml } from './rich-text-html';

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img onerror=x src=y>',
    '&amp;&lt;',
    "';--",
    'a  b\tc',
    ' x ',
  ),
);
const mark = fc.oneof(
  fc.constantFrom<RichMark>({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }, { type: 'strike' }),
  fc.constant<RichMark>({ type: 'link', attrs: { href: "https://x.example/?a=1&b='2" } }),
);
const inline = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    text: nasty.filter((text) => text.length > 0),
    marks: fc.array(mark, { maxLength: 3 }),
  }),
  fc.constant({ type: 'hardBreak' as const }),
);
const { block } = fc.letrec<{ block: RichBlock }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const items = fc.array(
    blocks.map((content) => ({ type: 'listItem' as const, content })),
    { minLength: 1, maxLength: 2 },
  );
  return {
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 3 }) }),
      blocks.map((content): RichBlock => ({ type: 'blockquote', content })),
      items.map((content): RichBlock => ({ type: 'bulletList', content })),
      items.map((content): RichBlock => ({ type: 'orderedList', attrs: { start: 3 }, content })),
    ),
  };
});
const doc = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content): RichText => ({ type: 'doc', content }));

const allowedTags = new Set(['DIV', 'BR', 'STRONG', 'EM', 'U', 'S', 'A', 'UL', 'OL', 'LI', 'BLOCKQUOTE']);
const allowedAttributes = new Set(['dir', 'style', 'href', 'target', 'rel', 'start']);

describe('rich text', () => {
  it('that was plain comes back as the same lines', () => {
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const text = `${one}\n${two}`.replace(/\r\n?/g, '\n');
        expect(richToText(textToRich(text))).toBe(text);
        expect(isPlainRich(textToRich(text))).toBe(true);
        expect(richLength(textToRich(text))).toBe(text.length);
      }),
    );
  });

  it('never becomes markup, whatever is written in it', () => {
    fc.assert(
      fc.property(doc, (written) => {
        const page = new DOMParser().parseFromString(richToHtml(written), 'text/html');
        const elements = [...page.body.querySelectorAll('*')];
        expect(elements.filter(({ tagName }) => !allowedTags.has(tagName))).toEqual([]);
        const attributes = elements.flatMap((element) => element.getAttributeNames());
        expect(attributes.filter((name) => !allowedAttributes.has(name))).toEqual([]);
        const words = (text: string) => text.replace(/[\s\p{Cc}]/gu, '');
        expect(words(page.body.textContent ?? '')).toBe(words(textsOf(written)));
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('is what its schema takes, and unchanged by it', () => {
    fc.assert(fc.property(doc, (written) => richTextSchema.safeParse(written).success));
  });

  it('has lists, quotes and the addresses of links as text', () => {
    const link: RichMark = { type: 'link', attrs: { href: 'https://x.example/a' } };
    const item = (text: string) => ({ type: 'listItem' as const, content: textToRich(text).content });
    const written: RichText = {
      type: 'doc',
      content: [
        { type: 'orderedList', attrs: { start: 3 }, content: [item('one\nmore'), item('two')] },
        { type: 'bulletList', content: [item('dot')] },
        { type: 'blockquote', content: textToRich('said').content },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'see ' },
            { type: 'text', text: 'the ', marks: [link] },
            { type: 'text', text: 'page', marks: [{ type: 'bold' }, link] },
            { type: 'hardBreak' },
            { type: 'text', text: 'x.example/a', marks: [link] },
          ],
        },
      ],
    };
    expect(richToText(written)).toBe(
      '3. one\n   more\n4. two\n• dot\n> said\nsee the page (https://x.example/a)\nx.example/a',
    );
  });

  it('links to nothing that a mail program would run', () => {
    const marked = (href: string): RichText => ({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    });
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' https://x',
      'https://x y',
      'java\nscript:',
    ]) {
      expect(richTextSchema.safeParse(marked(href)).success).toBe(false);
      expect(richToHtml(marked(href))).not.toContain('href');
    }
    expect(richToHtml(marked('mailto:a@b.example'))).toContain('href="mailto:a@b.example"');
  });

  it('holds nothing that GHL would fill in, whoever wrote it', () => {
    for (const text of ['{{custom_values.secret}}', '{{{contact.phone}}}', 'a { b } {c}'])
      expect(richToHtml(textToRich(text))).not.toContain('{{');
    expect(richToHtml(textToRich('a { b }'))).toContain('a { b }');
  });

  it('knows when nothing is written', () => {
    expect(isEmptyRich(textToRich(' \n '))).toBe(true);
    expect(isEmptyRich(textToRich('.'))).toBe(false);
  });
});

describe('a body that is an attack', () => {
  it('is refused before anything walks down into it', () => {
    let deep: unknown = { type: 'paragraph' };
    for (let level = 0; level < 100_000; level++) deep = { type: 'blockquote', content: [deep] };
    expect(richTextSchema.safeParse({ type: 'doc', content: [deep] }).success).toBe(false);
  });

  it.each([
    [
      'too many parts',
      { type: 'doc', content: Array.from({ length: 20_001 }, () => ({ type: 'paragraph' })) },
    ],
    ['too much text', textToRich(`${'x'.repeat(100_000)}\n${'x'.repeat(100_001)}`)],
    ['a part of no kind', { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] }],
    [
      'a list without items',
      { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'paragraph' }] }] },
    ],
    [
      'an item without a list',
      { type: 'doc', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ],
    ['nothing', null],
    ['a content that is none', { type: 'doc', content: 'x' }],
  ])('is refused: %s', (_what, body) => {
    expect(richTextSchema.safeParse(body).success).toBe(false);
  });

  it('keeps nothing that has no name here', () => {
    const given = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { style: 'x' }, content: [{ type: 'text', text: 'a\0', html: '<b>' }] },
      ],
    };
    expect(richTextSchema.parse(given)).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\ufffd' }] }],
    });
  });
});

function textsOf(written: RichText): string {
  const texts: string[] = [];
  JSON.stringify(written, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('');
}
