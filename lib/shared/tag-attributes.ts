import { decodeEntities } from './html-entities';

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The attributes of one start tag, the first of each name, as a browser counts them. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  const rest = tag.replace(/^<[^\s/>]+/, '');
  for (const [, name = '', double, single, bare] of rest.matchAll(attribute)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return found;
}
