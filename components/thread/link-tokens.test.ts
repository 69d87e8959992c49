import { describe, expect, it } from 'vitest';
import { linkTokens } from './link-tokens';

const links = (text: string) => linkTokens(text).filter((token) => token.kind === 'link');

describe('linkTokens', () => {
  it('keeps every sign of the text', () => {
    for (const text of [
      '',
      'a',
      'See https://a.example/x, and (http://b.example).',
      'https://',
      'x\nhttp://a.example\ny',
    ])
      expect(
        linkTokens(text)
          .map((token) => token.text)
          .join(''),
      ).toBe(text);
  });

  it('leaves the end of the sentence and brackets around it out', () => {
    expect(links('Go to https://a.example/x.').map((link) => link.text)).toEqual(['https://a.example/x']);
    expect(links('(see https://a.example/x)')[0]?.text).toBe('https://a.example/x');
    expect(links('https://a.example/wiki/X_(Y)')[0]?.text).toBe('https://a.example/wiki/X_(Y)');
  });

  it('links http and https only', () => {
    expect(
      links('javascript:alert(1) data:text/html,x ftp://a.example mailto:a@b.example file:///etc'),
    ).toEqual([]);
    expect(links('javascript:https://a.example')[0]?.href).toBe('https://a.example/');
  });

  it('names the true host where the text could deceive', () => {
    expect(links('https://bank.example@evil.example/x')[0]?.trueHost).toBe('evil.example');
    expect(links('https://аpple.com')[0]?.trueHost).toBe('xn--pple-43d.com');
    expect(links('https://evil.example\\@bank.example')[0]?.trueHost).toBeNull();
    expect(links('https://Shop.Example/x')[0]?.trueHost).toBeNull();
    expect(links('http://a.example:8080/')[0]?.trueHost).toBeNull();
  });

  it('ends an address where the direction of the text is turned around', () => {
    expect(links('https://a.example/\u202egpj.exe')[0]?.text).toBe('https://a.example/');
  });

  it('is quick on long texts', () => {
    const started = performance.now();
    linkTokens('https://'.repeat(20_000));
    linkTokens(`https://a.example/${')'.repeat(100_000)}`);
    linkTokens('http'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
