// @vitest-environment jsdom
import { DOMParser as RichParser } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { maxEmailLength } from '@/lib/shared/contract/send';
import { richToText, textToRich } from '@/lib/shared/rich-text';
import { richToHtml } from '@/lib/shared/rich-text-html';
import { withoutHandlers } from './pasted-html';
import { activeToggles, richCommands } from './rich-commands';
import { linkAt, removeLink, setLink } from './rich-link';
import { docOf, richOf, richSchema } from './rich-schema';
import { docOfValue, positionOf, sliceOfText, valueOfDoc } from './rich-value';
import { writtenLink } from './written-link';

function pasted(html: string) {
  const page = new DOMParser().parseFromString(withoutHandlers(html), 'text/html');
  const rich = richOf(RichParser.fromSchema(richSchema).parse(page.body));
  if (!rich) throw new Error('Nothing that can be sent');
  return rich;
}

function stateOf(text: string, from: number, to = from) {
  const doc = docOf(textToRich(text));
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
}

function ran(state: EditorState, name: keyof typeof richCommands): EditorState {
  let next = state;
  richCommands[name](state, (transaction) => {
    next = state.apply(transaction);
  });
  return next;
}

const htmlOf = (state: EditorState) => richToHtml(richOf(state.doc) ?? textToRich(''));

describe('what is pasted', () => {
  it.each([
    [
      'from Word',
      '<style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--><p class="MsoNormal" style="color:red"><b>Dear</b> <span style="font-weight:700">Ana</span><o:p></o:p></p>',
      '<strong>Dear</strong> <strong>Ana</strong>',
    ],
    [
      'from Gmail',
      '<div dir="ltr">One<div><br></div><div>Two <i>three</i></div></div>',
      'Two <em>three</em>',
    ],
    ['from Google', '<b style="font-weight:normal" id="docs-internal-guid-1"><p>Plain</p></b>', '>Plain<'],
    ['a heading', '<h1 onclick="x()">Title</h1><p>text</p>', '<div dir="auto">Title</div>'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', '<div dir="auto">c</div>'],
    ['a list', '<ul><li>a<ul><li>b</li></ul></li></ul>', '<li><div dir="auto">b</div></li>'],
    [
      'a link',
      '<a href="https://x.example/a" onclick="x()" style="x">here</a>',
      'href="https://x.example/a"',
    ],
  ])('%s keeps its words and the form that mails have', (_from, html, expected) => {
    const sent = richToHtml(pasted(html));
    expect(sent).toContain(expected);
    expect(sent).not.toMatch(/class=|color|onclick|<style|<o:p|Mso|<h1|<t[dr]/);
  });

  it.each([
    ['a script', '<p>a</p><script>alert(1)</script><p>b</p>', 'a\nb'],
    ['a picture', 'a<img src="https://t.example/x.gif" onerror="x()">b', 'ab'],
    ['a link that runs', '<a href="javascript:alert(1)">press</a>', 'press'],
    ['a frame', 'a<iframe src="https://x.example"></iframe>b', 'ab'],
    ['a form', '<form action="https://x.example"><input value="x"><button>go</button></form>', 'go'],
    ['SVG', '<svg><script>alert(1)</script><text>t</text></svg>a', 'ta'],
  ])('is nothing but words of %s', (_what, html, text) => {
    const rich = pasted(html);
    expect(richToText(rich)).toBe(text);
    expect(richToHtml(rich)).not.toMatch(/script|<img|iframe|form|svg|href/);
  });

  it('has lost what a browser would try to run before any parser sees it', () => {
    const html =
      '<!-- x --><P ONCLICK="a()" style=\'font-weight: "x"\'>a &amp; <b/onload=b()>b</b></p><script>c()</script>';
    expect(withoutHandlers(html)).toBe('<p style="font-weight: &quot;x&quot;">a &amp; <b>b</b></p>');
  });

  it('as plain text keeps every line', () => {
    const state = stateOf('', 1);
    const next = state.apply(state.tr.replaceSelection(sliceOfText('a\n\n<b>b</b>\n c')));
    expect(valueOfDoc(next.doc, maxEmailLength)).toEqual({ text: 'a\n\n<b>b</b>\n c', rich: null });
  });
});

describe('a text in the editor', () => {
  it('without any form is kept as plain text', () => {
    const value = { text: 'a\n\nb', rich: null };
    expect(valueOfDoc(docOfValue(value), maxEmailLength)).toEqual(value);
  });

  it('whose words were changed elsewhere has those words', () => {
    const value = { text: 'new words', rich: pasted('<b>old</b>') };
    expect(valueOfDoc(docOfValue(value), maxEmailLength)).toEqual({ text: 'new words', rich: null });
  });

  it('that is too long is not taken', () => {
    expect(valueOfDoc(docOf(textToRich('x'.repeat(11))), 10)).toBeNull();
    expect(valueOfDoc(docOf(textToRich('x\n'.repeat(30_000))), maxEmailLength)).toBeNull();
  });

  it('has its caret where the plain box had it', () => {
    const text = 'one\n\ntwo';
    const doc = docOf(textToRich(text));
    for (const offset of [0, 3, 4, 5, 8]) {
      const position = positionOf(text, offset);
      expect(doc.textBetween(0, position, '\n')).toBe(text.slice(0, offset));
      expect(doc.resolve(position).parent.isTextblock).toBe(true);
    }
  });
});

describe('the tools', () => {
  it('make what is selected bold, and take it back', () => {
    const bold = ran(stateOf('one two', 1, 4), 'bold');
    expect(htmlOf(bold)).toContain('<strong>one</strong> two');
    expect(activeToggles(bold)).toEqual(['bold']);
    expect(htmlOf(ran(bold, 'bold'))).not.toContain('strong');
    expect(htmlOf(ran(bold, 'plain'))).not.toContain('strong');
  });

  it('make a list, one of the other kind, and lines again', () => {
    const list = ran(stateOf('one\ntwo', 1, 8), 'bulletList');
    expect(htmlOf(list)).toMatch(/<ul[^>]*><li>.*one.*<\/li><li>.*two/s);
    expect(activeToggles(list)).toEqual(['bulletList']);
    const numbered = ran(list, 'orderedList');
    expect(htmlOf(numbered)).toContain('<ol');
    expect(htmlOf(ran(numbered, 'orderedList'))).not.toContain('<ol');
  });

  it('quote, and take the quote away', () => {
    const quote = ran(stateOf('one', 2), 'blockquote');
    expect(htmlOf(quote)).toContain('<blockquote');
    expect(htmlOf(ran(quote, 'blockquote'))).not.toContain('<blockquote');
  });

  it('link what is selected, change the link from within it, and take it away', () => {
    const state = stateOf('see here', 5, 9);
    const found = linkAt(state);
    expect(found).toMatchObject({ text: 'here', href: null });
    const linked = state.apply(setLink(state, found, 'https://x.example/', 'here'));
    expect(htmlOf(linked)).toContain('see <a href="https://x.example/"');
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, 7)));
    expect(linkAt(inside)).toEqual({ from: 5, to: 9, text: 'here', href: 'https://x.example/' });
    const renamed = inside.apply(setLink(inside, linkAt(inside), 'tel:+1503', 'call'));
    expect(htmlOf(renamed)).toContain(
      'see <a href="tel:+1503" target="_blank" rel="noopener noreferrer">call</a>',
    );
    expect(htmlOf(inside.apply(removeLink(inside, linkAt(inside))))).not.toContain('<a');
  });

  it.each([
    ['example.com', 'https://example.com'],
    ['example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['ana@example.com', 'mailto:ana@example.com'],
    ['+1 (503) 555-0142', 'tel:+15035550142'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['just words', null],
    ['', null],
  ])('take %j for an address', (typed, href) => {
    expect(writtenLink(typed)).toBe(href);
  });
});
