/**
 * Those of a list that a few typed letters may mean, the likeliest first; in the order given where they are alike, and
 * all of them while nothing is typed.
 */
export function ranked<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item, index) => ({ item, index, score: scoreOf(plain(textOf(item)), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ item }) => item);
}

/** Every word must be found: at the start of a word, else inside one, else letter by letter over the starts of words. */
function scoreOf(text: string, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const score = text.startsWith(word)
      ? 4
      : text.includes(` ${word}`)
        ? 3
        : text.includes(word)
          ? 2
          : isAbbreviation(text, word)
            ? 1
            : 0;
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

/** "mar" of "Mark as Read", "gs" of "Go to the settings": each letter goes on in its word or begins a later one. */
function isAbbreviation(text: string, letters: string): boolean {
  const textWords = text.split(/\s+/);
  const from = (wordIndex: number, place: number, letter: number): boolean => {
    if (letter === letters.length) return true;
    const wanted = letters[letter];
    if (place > 0 && textWords[wordIndex]?.[place] === wanted && from(wordIndex, place + 1, letter + 1))
      return true;
    for (let next = place > 0 ? wordIndex + 1 : wordIndex; next < textWords.length; next++) {
      if (textWords[next]?.[0] === wanted && from(next, 1, letter + 1)) return true;
    }
    return false;
  };
  return from(0, 0, 0);
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim();
}
