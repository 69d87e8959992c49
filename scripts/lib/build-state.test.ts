import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isBuildFresh } from './build-state.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-fingerprint-'));
  mkdirSync(join(root, 'app', 'inbox'), { recursive: true });
  writeFileSync(join(root, 'app', 'inbox', 'page.tsx'), 'one');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('stays the same when a file is written again with the same contents', () => {
  const before = fingerprint(root);
  writeFileSync(join(root, 'app', 'inbox', 'page.tsx'), 'one');
  expect(fingerprint(root)).toBe(before);
});

test('changes with the contents of a source, its name, and a source more', () => {
  const seen = new Set([fingerprint(root)]);
  writeFileSync(join(root, 'app', 'inbox', 'page.tsx'), 'two');
  seen.add(fingerprint(root));
  writeFileSync(join(root, 'app', 'inbox', 'layout.tsx'), 'two');
  seen.add(fingerprint(root));
  rmSync(join(root, 'app', 'inbox', 'page.tsx'));
  seen.add(fingerprint(root));
  writeFileSync(join(root, 'next.config.mjs'), '');
  seen.add(fingerprint(root));
  expect(seen.size).toBe(5);
});

test('does not change with a test or a file beside the sources', () => {
  const before = fingerprint(root);
  writeFileSync(join(root, 'app', 'inbox', 'page.test.tsx'), 'test');
  writeFileSync(join(root, 'README.md'), 'words');
  expect(fingerprint(root)).toBe(before);
});

test('a build is fresh only if the stamp names it and these sources', () => {
  const stamp = { buildId: 'b1', sources: 's1' };
  expect(isBuildFresh({ stamp, buildId: 'b1', sources: 's1' })).toBe(true);
  expect(isBuildFresh({ stamp, buildId: 'b1', sources: 's2' })).toBe(false);
  expect(isBuildFresh({ stamp, buildId: 'b2', sources: 's1' })).toBe(false);
  expect(isBuildFresh({ stamp: null, buildId: 'b1', sources: 's1' })).toBe(false);
  expect(isBuildFresh({ stamp: { ...stamp, buildId: null }, buildId: null, sources: 's1' })).toBe(false);
});
