/** What is looked through: a snippet of ours, or a template of GHL's. */
export type Findable = { name: string; folder?: string; text: string };

type Plain = { name: string; folder: string; text: string };

/** A thousand texts are made plain once, not at each letter that is typed. */
const plainOf = new WeakMap<Findable, Plain>();

/**
 * Those that hold every word typed, in the name, the folder or the text, whatever the case or the accents: names that
 * begin with what was typed first. In the order given where they are alike.
 */
export function findSnippets<Item extends Findable>(items: readonly Item[], query: string): readonly Item[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item, index) => ({ item, index, rank: rankOf(knownPlain(item), words) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0) || one.index - other.index)
    .map(({ item }) => item);
}

/** The worst place of any word; null where one is nowhere. */
function rankOf({ name, folder, text }: Plain, words: readonly string[]): number | null {
  let worst = 0;
  for (const word of words) {
    const rank = name.startsWith(word)
      ? 0
      : name.includes(` ${word}`)
        ? 1
        : name.includes(word)
          ? 2
          : folder.includes(word)
            ? 3
            : text.includes(word)
              ? 4
              : null;
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}

function knownPlain(item: Findable): Plain {
  const known = plainOf.get(item);
  if (known) return known;
  const made = { name: plain(item.name), folder: plain(item.folder ?? ''), text: plain(item.text) };
  plainOf.set(item, made);
  return made;
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
}

/** In the order of their first: what was used last keeps its folder on top. Without a folder first where nothing was used. */
export function byFolder<Item extends { folder: string }>(
  items: readonly Item[],
): { folder: string; items: Item[] }[] {
  const groups = new Map<string, { folder: string; items: Item[] }>();
  for (const item of items) {
    const key = plain(item.folder);
    const group = groups.get(key) ?? { folder: item.folder, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}
