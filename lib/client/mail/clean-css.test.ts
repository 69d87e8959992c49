import { describe, expect, it } from 'vitest';
import { cleanDeclarations, cleanStyleSheet } from './clean-css';

const x = 'https://evil.example/x';

/** Every way of CSS to load something that is known to have been used in a mail. */
const loads = [
  `background: url(${x})`,
  `background-image: url("${x}")`,
  `background-image: URL( '${x}' )`,
  `background: u\\72l(${x})`,
  `background: \\75 rl(${x})`,
  `background: u/**/rl(${x}), url(${x})`,
  `background-image: image-set("${x}" 1x)`,
  `background-image: -webkit-image-set(url(${x}) 1x)`,
  `background-image: src("${x}")`,
  `background-image: element(#a)`,
  `background-image: image("${x}")`,
  `background-image: cross-fade(url(${x}), red)`,
  `border-image-source: url(${x})`,
  `mask-image: url(${x})`,
  `shape-outside: url(${x})`,
  `list-style-image: url(${x})`,
  `cursor: url(${x}), auto`,
  `content: url(${x})`,
  `filter: url(${x}#f)`,
  `--a: url(${x}); background: var(--a)`,
  `background: url(${x}`,
  `background: url(//evil.example/x)`,
  `background: url(/api/session)`,
  `width: expression(alert(1))`,
  `-moz-binding: url(${x}#a)`,
  `behavior: url(x.htc)`,
];

describe('cleanDeclarations', () => {
  it.each(loads)('takes out %s', (load) => {
    const { css } = cleanDeclarations(`color: red; ${load}; font-weight: bold`);
    expect(css).not.toMatch(/evil|url|src\(|image|element|expression|binding|behavior|api/i);
    expect(css).toContain('color: red');
  });

  it('takes out position and keeps what only looks', () => {
    expect(cleanDeclarations('position: fixed !important; top: 0; POSITION:absolute; color: #333').css).toBe(
      'top: 0; color: #333',
    );
    expect(cleanDeclarations('p\\6fsition: fixed').css).toBe('');
    expect(cleanDeclarations('min-height: 100vh; height: calc(50DVH + 1px)').css).toBe('');
    expect(cleanDeclarations('font: 12px/1.4 "A; B", serif; padding: calc(1px + 2px)').css).toBe(
      'font: 12px/1.4 "A; B", serif; padding: calc(1px + 2px)',
    );
  });

  it('counts what came from elsewhere', () => {
    expect(cleanDeclarations(`background: url(${x}); list-style: url(${x})`).heldBack).toBe(2);
    expect(cleanDeclarations('background: url(data:image/png;base64,AAAA)').heldBack).toBe(0);
  });
});

describe('cleanStyleSheet', () => {
  it.each(loads)('takes out %s, in a rule and in a media query', (load) => {
    const { css } = cleanStyleSheet(
      `p { color: red } @media (min-width: 1px) { a { ${load} } } b { ${load} }`,
    );
    expect(css).not.toMatch(/evil|url|src\(|image-|element\(|expression|binding|behavior|api/i);
  });

  it('keeps plain rules and media queries', () => {
    expect(cleanStyleSheet('<!-- p, .a > b { color: red } -->').css).toBe('p, .a > b { color: red }\n');
    expect(cleanStyleSheet('@media (max-width: 600px) { .a { width: 100% !important } }').css).toBe(
      '@media (max-width: 600px) { .a { width: 100% !important }\n }\n',
    );
  });

  it('drops imports, fonts and every other at-rule', () => {
    const { css } = cleanStyleSheet(
      `@import "${x}"; @import url(${x}); @font-face { font-family: a; src: url(${x}) } @charset "a"; @namespace url(${x}); @property --a { initial-value: url(${x}) } @\\69mport "${x}"; p { color: red }`,
    );
    expect(css).toBe('p { color: red }\n');
  });

  it('cannot end its own element', () => {
    expect(
      cleanStyleSheet('p { color: red } </sty/**/le><img src=x onerror=alert(1)> { color: red }').css,
    ).not.toMatch(/<|img/);
    expect(cleanStyleSheet('a { content: "</style><script>" }').css).not.toContain('<');
  });

  // What takes time with the square of the length takes many minutes here.
  it('comes to an end on texts that are made to slow it down', { timeout: 60_000 }, () => {
    for (const piece of ['/*', '{', '"', '(', 'a{', '@media x{', '\\', 'a{b:url(', '}', ';'])
      expect(cleanStyleSheet(piece.repeat(300_000 / piece.length)).css.length).toBeLessThanOrEqual(600_000);
  });
});
