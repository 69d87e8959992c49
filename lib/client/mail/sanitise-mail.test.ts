// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { remoteImages } from '@/lib/shared/mail-images';
import { mailDocument } from './mail-document';
import { sanitiseMail } from './sanitise-mail';

const x = 'https://evil.example/x';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<body onload=alert(1)>',
  '<svg onload=alert(1)><animate values="javascript:alert(1)" attributeName=href /></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form action=https://evil.example><input name=a><button formaction=javascript:alert(1)>x</button></form>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href=https://evil.example/a.css><link rel=prefetch href=https://evil.example>',
  '<link rel=dns-prefetch href=//evil.example>',
  '<iframe src=https://evil.example></iframe><iframe srcdoc="<script>alert(1)</script>">',
  '<object data=https://evil.example></object><embed src=https://evil.example>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="/api/session">x</a><a href="//evil.example">x</a><a href="#a">x</a>',
  '<a href="mailto:a@b.example?bcc=evil@evil.example">x</a>',
  '<a href="tel:*21*123#">x</a><a href="sms:123">x</a>',
  '<img src="/api/session"><img src="//evil.example/x"><img src="\\\\evil.example/x"><img src="a.png">',
  `<img src="${x}" srcset="${x} 2x"><img srcset="${x}">`,
  '<img src="cid:part1"><img src="data:image/svg+xml,<svg onload=alert(1)>">',
  `<picture><source srcset="${x}"><img></picture>`,
  `<video poster="${x}" src="${x}"></video><audio src="${x}" autoplay></audio>`,
  `<body background="${x}"><table background="${x}"><td background="${x}">a</table>`,
  `<p style="background:url(${x})">a</p><p style="position:fixed;inset:0">b</p>`,
  `<style>@import "${x}"; @font-face{font-family:a;src:url(${x})} p{background:url(${x})} .z{position:fixed}</style>`,
  '<p id=location name=body data-parley-quote="1" aria-label=x>a</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script></template>',
  `<a href="${x}" ping="${x}" target=_top>x</a>`,
  '<img loading=lazy src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  '<blockquote cite="https://evil.example">a</blockquote>',
  '<p autofocus tabindex=1 contenteditable popover onfocus=alert(1)>a</p>',
  '<marquee onstart=alert(1)>a</marquee><details ontoggle=alert(1) open>a</details>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
];

describe('sanitiseMail', () => {
  it.each(attacks)('leaves nothing that acts of %s', async (attack) => {
    const { html } = await sanitiseMail(`<p>before</p>${attack}<p>after</p>`);
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(
      page.querySelector(
        'script,svg,math,form,input,button,select,textarea,base,meta,link,iframe,object,embed,video,audio,source,template',
      ),
    ).toBeNull();
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(
          /^on|^data-(?!parley-image$)|^aria-|srcset|ping|background|poster|action|cite|xlink|autofocus|popover|loading/,
        );
        if (name === 'src') expect(value).toMatch(/^data:image\/(png|jpe?g|gif|webp|bmp|avif);/);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|tel:)/);
        if (name === 'id' || name === 'name') expect(value).toMatch(/^user-content-/);
      }
      if (element.hasAttribute('href')) {
        expect(element.getAttribute('target')).toBe('_blank');
        expect(element.getAttribute('rel')).toBe('noopener noreferrer');
      }
    }
    const styles = [...page.querySelectorAll('style')].map((style) => style.textContent).join();
    const inline = [...page.querySelectorAll('[style]')]
      .map((element) => element.getAttribute('style'))
      .join();
    expect(styles + inline).not.toMatch(/url|import|font-face|position/i);
    expect(html).not.toMatch(/alert|bcc=|\*21/);
    expect(page.body.textContent).toContain('before');
  });

  it('counts what it held back, once for each element', async () => {
    const { heldBack } = await sanitiseMail(
      `<img src="${x}" srcset="${x} 2x"><img src=//a.example/b><img src="cid:a"><img src="data:image/png;base64,AAAA"><table background="${x}"><tr><td style="background:url(${x})">a</table>`,
    );
    expect(heldBack).toBe(4);
  });

  it('keeps words, links, embedded images and harmless looks', async () => {
    const { html } = await sanitiseMail(
      '<form><b>Dear</b> <a href="https://shop.example/a?b=1">shop</a></form><img src="data:image/png;base64,AAAA" alt="pixel"><p style="color: red">x</p><a href="mailto:a@b.example?subject=Hi%20you&cc=c@d.example">m</a><a href="tel:+1 503 555 0142">t</a>',
    );
    expect(html).toContain('<b>Dear</b>');
    expect(html).toContain('href="https://shop.example/a?b=1"');
    expect(html).toContain('src="data:image/png;base64,AAAA"');
    expect(html).toContain('style="color: red"');
    expect(html).toContain('href="mailto:a@b.example?subject=Hi%20you"');
    expect(html).toContain('href="tel:+1 503 555 0142"');
  });

  it('numbers the images that may be asked for as our server does, and leaves no address of them', async () => {
    const mail =
      '<!-- <img src="https://a.example/0"> --><img src="https://a.example/1?a=1&amp;b=2" width=10 height="20" alt="One" class=c onload=x srcset="https://a.example/9 2x">' +
      '<p data-parley-image="7"><img alt="none"><img src="/api/session" alt="ours"><img src="cid:x"></p>' +
      '<img src=//a.example/2 style="position:fixed;width:50%"><img src="https://a.example/1?a=1&b=2"><img src="https://a.example/%zz/\n3">';
    const remote = remoteImages(mail);
    const { html, images } = await sanitiseMail(mail, remote);
    expect(images.map(({ index }) => remote[index])).toEqual([
      'https://a.example/1?a=1&b=2',
      'https://a.example/2',
      'https://a.example/1?a=1&b=2',
      'https://a.example/%zz/3',
    ]);
    expect(images[0]?.attributes).toEqual([
      ['width', '10'],
      ['height', '20'],
      ['alt', 'One'],
      ['class', 'c'],
    ]);
    expect(images[1]?.attributes).toEqual([['style', 'width:50%']]);
    const page = new DOMParser().parseFromString(html, 'text/html');
    const marks = [...page.querySelectorAll('[data-parley-image]')].map((mark) =>
      mark.getAttribute('data-parley-image'),
    );
    expect(marks).toEqual(['0', '', '', '', '1', '2', '3']);
    expect(JSON.stringify({ html, images })).not.toMatch(/a\.example|api\/session/);
    expect((await sanitiseMail(mail)).images).toEqual([]);
  });

  it('leaves the description where an image was held back', async () => {
    const { html } = await sanitiseMail(`<img src="${x}" alt="<b>Coats</b>"><img src="${x}">`);
    expect(html).not.toContain('<img');
    expect(html).toContain('>&lt;b&gt;Coats&lt;/b&gt;</span>');
  });

  it('shows the true address of a link that pretends', async () => {
    const { html } = await sanitiseMail(
      '<a href="https://bank.example@evil.example/" title="bank.example">bank</a>',
    );
    expect(html).toContain('title="https://bank.example@evil.example/"');
  });

  it('tells a mail with looks of its own from a plain one', async () => {
    expect((await sanitiseMail('<div dir="ltr">Hello<br><i>you</i></div>')).isStyled).toBe(false);
    for (const html of [
      '<table><tr><td>a</table>',
      '<p bgcolor=red>a',
      '<p style="color:black">a',
      '<style>p{background:#fff}</style><p>a',
    ])
      expect((await sanitiseMail(html)).isStyled).toBe(true);
  });

  it('refuses more attributes than a tag may have', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `a${index}=1`).join(' ');
    await expect(sanitiseMail(`<p ${many}>a</p>`)).rejects.toThrow('attributes');
  });

  it('cuts marks that pile up, however they are written', async () => {
    const { html } = await sanitiseMail(`a${'&#769;'.repeat(1000)}<b>${'&#769;'.repeat(1000)}</b>c`);
    expect([...html].filter((char) => char === '\u0301')).toHaveLength(20);
  });
});

describe('mailDocument', () => {
  it('puts the policy before everything that the mail brings', async () => {
    const mail = await sanitiseMail(
      '<html lang="<head>"><head><title>a</title></head><body><p>Hi</p></body></html>',
    );
    const page = new DOMParser().parseFromString(mailDocument(mail), 'text/html');
    expect(page.head.firstElementChild?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    expect(page.body.textContent).toContain('Hi');
  });
});
