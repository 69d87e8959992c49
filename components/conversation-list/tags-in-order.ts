/** Each tag once, those that were filtered by first: they are why the row is there. Their case does not count, as in the filter. */
export function tagsInOrder(tags: readonly string[], wanted: readonly string[]): string[] {
  const first = new Set(wanted.map((tag) => tag.toLowerCase()));
  const isWanted = (tag: string) => first.has(tag.toLowerCase());
  const each = [...new Set(tags)];
  return [...each.filter(isWanted), ...each.filter((tag) => !isWanted(tag))];
}
