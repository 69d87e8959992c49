import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextSchema } from '@/lib/shared/contract/rich-text';
import { richToText, textToRich } from '@/lib/shared/rich-text';
import { emailHtml } from './email-html';
import { quoteOf } from './email-quote';
import { htmlToRich } from './html-to-rich';

const at = Date.UTC(2026, 10, 28, 11, 4);
const mail = {
  from: 'Ana Okafor <ana@okafor.example>',
  at,
  html: '<p>Can you <b>do</b> Thursday?</p>',
  text: null,
};
const request = { text: 'Yes & no', rich: null, hasSignature: true, hasQuote: true, forward: null };

describe('the HTML of an email', () => {
  it('is the text, the signature, and the answered mail', () => {
    const html = emailHtml(request, {
      signature: textToRich('Jonas'),
      quoted: quoteOf(mail, 'Europe/Berlin'),
    });
    expect(html.replace(/<[^>]*>/g, '').split('\n')).toEqual([
      'Yes &amp; no',
      '',
      'Jonas',
      '',
      'On Sat, 28 Nov 2026 at 12:04 CET, Ana Okafor &lt;ana@okafor.example&gt; wrote:',
      'Can you do Thursday?',
    ]);
    expect(html).toContain('<blockquote');
  });

  it('is the text alone where nothing else is wanted, or there', () => {
    const quoted = quoteOf(mail, null);
    const alone = { ...request, hasSignature: false, hasQuote: false };
    expect(emailHtml(alone, { signature: textToRich('Jonas'), quoted })).toBe(
      '<div dir="auto">Yes &amp; no</div>',
    );
    expect(emailHtml(request, { signature: textToRich(' '), quoted: null })).toBe(
      '<div dir="auto">Yes &amp; no</div>',
    );
  });

  it('leaves a forwarded mail to GoHighLevel', () => {
    const forward = { to: 'a@b.example', messageId: 'm', emailId: 'e', isWholeThread: false };
    const html = emailHtml({ ...request, forward }, { signature: null, quoted: quoteOf(mail, null) });
    expect(html).not.toContain('Thursday');
  });
});

describe('a quoted mail', () => {
  it.each([
    ['words', 'a <b>b</b>\n c&nbsp;&amp; d', 'a b c & d'],
    ['lines', 'one<br>two<br><br>three', 'one\ntwo\n\nthree'],
    ['paragraphs apart', '<p>one</p>\n<p>two</p>', 'one\n\ntwo'],
    ['lines of Gmail', '<div>one</div><div><br></div><div>two</div>', 'one\n\ntwo'],
    ['lists', '<ul><li>a<li>b<ul><li>c</li></ul></ul>', '• a\n• b\n   • c'],
    ['numbers', '<ol start=4><li>a</li></ol>', '4. a'],
    ['quotes', 'new<blockquote>old<blockquote>older</blockquote></blockquote>', 'new\n> old\n> > older'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['what nobody saw', 'x<div style="display: none">trap<div>more</div></div>y<style>p{}</style>', 'xy'],
    ['scripts', '<script>alert(1)</script><p onclick=x>hi</p>', 'hi'],
    ['pictures by their name', '<img src="https://t.example/x" alt="Logo"> hi', '[Logo] hi'],
    ['links', '<a href="https://x.example/a">here</a>', 'here (https://x.example/a)'],
    ['no bad links', '<a href=" javascript:alert(1)">here</a>', 'here'],
    ['nothing', '', ''],
  ])('keeps %s', (_what, html, text) => {
    expect(richToText(htmlToRich(html))).toBe(text);
  });

  it('of plain text has its quotes as quotes', () => {
    const { body } = quoteOf({ ...mail, html: null, text: 'new\n\n> old\n>> older\n> old' }, null);
    expect(richToText(body)).toBe('new\n\n> old\n> > older\n> old');
  });

  it('is always a text that may be sent, whatever the mail is made of', () => {
    const piece = fc.constantFrom(
      '<ul>',
      '</ul>',
      '<li>',
      '</li>',
      '<ol start="-3">',
      '<blockquote>',
      '</blockquote>',
      '<b>',
      '</b>',
      '<a href="https://x.example">',
      '</a>',
      '<p>',
      '</p>',
      '<br>',
      '<pre>',
      '</pre>',
      '<td hidden>',
      'text',
      ' ',
      '\ud800',
      '&#0;',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = htmlToRich(pieces.join(''));
        expect(richTextSchema.safeParse(read).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['deep', '<blockquote>'.repeat(50_000)],
    ['long', 'x '.repeat(200_000)],
    ['of many lines', '<p>x'.repeat(100_000)],
    ['of open tags', '<a title="'.repeat(50_000)],
    ['of many attributes', `<p ${'a="b" '.repeat(80_000)}>x`],
    ['of lists that are not closed', '<ul><li>x'.repeat(40_000)],
  ])('that is %s is cut, and quickly', (_what, html) => {
    const read = htmlToRich(html);
    expect(richTextSchema.safeParse(read).success).toBe(true);
    expect(JSON.stringify(read).length).toBeLessThan(2_000_000);
  });
});
