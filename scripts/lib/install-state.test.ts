import { expect, test } from 'vitest';
import { isInstalled, isNodeNewEnough } from './install-state.mjs';

const lockfile = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha-a' },
    'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha-o', optional: true },
  },
};
const a = lockfile.packages['node_modules/a'];

test('is installed without the optional packages of other systems', () => {
  expect(isInstalled(lockfile, { packages: { 'node_modules/a': a } })).toBe(true);
});

test('is not installed when a package is missing, of another version, or left over', () => {
  expect(isInstalled(lockfile, { packages: {} })).toBe(false);
  expect(isInstalled(lockfile, { packages: { 'node_modules/a': { ...a, version: '2.0.0' } } })).toBe(false);
  expect(isInstalled(lockfile, { packages: { 'node_modules/a': a, 'node_modules/b': a } })).toBe(false);
});

test('is not installed when npm left no record', () => {
  expect(isInstalled(lockfile, null)).toBe(false);
});

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNodeNewEnough(version)).toBe(expected);
});
