import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tokens = Record<string, string>;

const css = readFileSync('app/globals.css', 'utf8');
const light = tokensOf(':root');
const themes = { light, dark: { ...light, ...tokensOf('[data-theme="dark"]') } };

const text = 4.5;
const control = 3;
const surfaces = ['bg', 'panel', 'sunk', 'hover', 'tint'];
const pairs: [foregrounds: string[], backgrounds: string[], least: number][] = [
  [['ink', 'ink-2', 'ink-3'], surfaces, text],
  [['ink', 'ink-2', 'ink-3'], ['note', 'bad-bg', 'warn-bg'], text],
  [['accent-ink'], ['accent'], text],
  [['accent'], ['bg', 'panel', 'sunk', 'tint'], text],
  [['note-ink'], ['note'], text],
  [['bad'], ['bad-bg', ...surfaces], text],
  [['warn'], ['warn-bg', ...surfaces], text],
  [['good'], ['bg', 'panel', 'sunk'], text],
  [['bg'], ['ink'], text],
  [['edge'], surfaces, control],
  [['accent', 'ink'], surfaces, control],
];

describe.each(Object.entries(themes))('colours of the %s theme', (_name, tokens) => {
  const cases = pairs.flatMap(([foregrounds, backgrounds, least]) =>
    foregrounds.flatMap((foreground) =>
      backgrounds.map((background) => [foreground, background, least] as const),
    ),
  );

  it.each(cases)('%s on %s reaches %d:1', (foreground, background, least) => {
    expect(contrast(colour(tokens, foreground), colour(tokens, background))).toBeGreaterThanOrEqual(least);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('white letters are readable on avatar colour %d', (hue) => {
    expect(contrast('#ffffff', colour(tokens, `avatar-${hue}`))).toBeGreaterThanOrEqual(text);
  });
});

function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector} in globals.css`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

function colour(tokens: Tokens, name: string): string {
  const value = tokens[name];
  if (!value || !/^#[\da-f]{6}$/.test(value)) throw new Error(`--${name} is no #rrggbb colour: ${value}`);
  return value;
}

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
