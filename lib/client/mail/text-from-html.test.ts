import { describe, expect, it } from 'vitest';
import { maxTextLength, textFromHtml } from './text-from-html';

describe('textFromHtml', () => {
  it('keeps the words and the lines, and nothing else', () => {
    expect(
      textFromHtml(
        '<html><head><title>t</title><style>p{}</style></head><body><p>Dear&nbsp;A &amp; B,</p><p>one<br>two</p><script>x</script><!-- c --><ul><li>a<li>b</ul>&lt;b&gt; &#8364; &#x41;',
      ),
    ).toBe('Dear A & B,\n\none\ntwo\n\na\nb\n<b> € A');
  });

  it('is bounded and quick', () => {
    const started = performance.now();
    expect(textFromHtml(`<p>${'x'.repeat(10_000_000)}`).length).toBe(maxTextLength);
    textFromHtml('<b>'.repeat(300_000));
    textFromHtml('&'.repeat(900_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
