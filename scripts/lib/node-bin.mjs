import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** The script behind a package's command, to be run by Node itself: the shims in .bin are shell scripts on some systems. */
export function nodeBin(packageName, command = packageName) {
  const { bin } = JSON.parse(readFileSync(inRoot('node_modules', packageName, 'package.json'), 'utf8'));
  return inRoot('node_modules', packageName, typeof bin === 'string' ? bin : bin[command]);
}
