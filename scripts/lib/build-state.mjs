import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads. Tests are left out: they change nothing that is served. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tailwind.config.ts',
  'tsconfig.json',
];
const isTest = (path) => /\.test\.tsx?$/.test(path);

/** A fingerprint of everything that goes into the build: contents rather than times, which a checkout sets anew. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source)).filter((path) => !isTest(path))) {
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  }
  return hash.digest('hex');
}

/**
 * The stamp is written after a finished build and names it. A build that was cut off, or made by hand later, has
 * another id or none.
 */
export function isBuildFresh({ stamp, buildId, sources: current }) {
  return buildId !== null && stamp?.buildId === buildId && stamp.sources === current;
}

function filesUnder(root, path) {
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
