// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { markQuotedParts, quoteMark } from './quoted-part';
import { splitQuotedText } from './quoted-text';

function folded(html: string): string | null {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (!markQuotedParts(body)) return null;
  for (const element of body.querySelectorAll(`[${quoteMark}]`)) element.remove();
  return (body.textContent ?? '').trim().replace(/\s+/g, ' ');
}

describe('markQuotedParts', () => {
  it('folds what mail programs call a quote', () => {
    expect(
      folded('<div>Yes!</div><div class="gmail_quote">On Monday A wrote:<blockquote>old</blockquote></div>'),
    ).toBe('Yes!');
    expect(folded('<p>Yes!</p><blockquote type="cite">old</blockquote>')).toBe('Yes!');
  });

  it('folds a blockquote together with its "On … wrote:"', () => {
    expect(
      folded(
        '<p>Yes!</p><div>On Mon, 16 Nov 2026 at 10:00, Amara &lt;a@b.example&gt; wrote:</div><blockquote>old</blockquote>',
      ),
    ).toBe('Yes!');
    expect(folded('<p>As the poet says</p><blockquote>Roses are red</blockquote>')).toBeNull();
  });

  it("folds everything after Outlook's header", () => {
    expect(
      folded(
        '<div><p>Yes!</p><hr><div id="user-content-divRplyFwdMsg"><b>From:</b> A<br><b>Sent:</b> Monday<br><b>Subject:</b> X</div><div>old</div><p>older</p></div>',
      ),
    ).toBe('Yes!');
    expect(
      folded(
        '<div class="WordSection1"><p>Yes!</p><div><div style="border-top:solid"><p>From: A<br>Sent: Monday<br>To: B<br>Subject: X</p></div></div><p>old</p></div>',
      ),
    ).toBe('Yes!');
  });

  it('folds nothing of a forward, and never everything', () => {
    expect(
      folded(
        '<p>See below</p><div class="gmail_quote">---------- Forwarded message ---------<br>From: A<p>text</p></div>',
      ),
    ).toBeNull();
    expect(folded('<div class="gmail_quote">only this</div>')).toBeNull();
  });
});

describe('splitQuotedText', () => {
  it('splits at the line that begins the earlier mail', () => {
    expect(splitQuotedText('Yes!\n\nOn Mon, Amara wrote:\n> old\n> older')).toEqual({
      fresh: 'Yes!',
      quoted: 'On Mon, Amara wrote:\n> old\n> older',
    });
    expect(
      splitQuotedText('Yes!\nOn Mon, 16 Nov 2026 at 10:00, Amara\n<a@b.example> wrote:\n> old').fresh,
    ).toBe('Yes!');
    expect(splitQuotedText('Yes!\n-----Original Message-----\nFrom: A').fresh).toBe('Yes!');
    expect(splitQuotedText('Yes!\nFrom: A\nSent: Monday\nold').fresh).toBe('Yes!');
    expect(splitQuotedText('Yes!\n> old\n> older\n').fresh).toBe('Yes!');
  });

  it('keeps answers between quotes, and mails that are all quote', () => {
    expect(splitQuotedText('Hi\n> question\nanswer').quoted).toBeNull();
    expect(splitQuotedText('> only\n> quote').quoted).toBeNull();
    expect(splitQuotedText('On Monday we are closed.\nBye').quoted).toBeNull();
  });
});
