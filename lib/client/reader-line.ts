/** A line of readers: each that is finished with its comma, and then what is being typed. */
export function lineOf(finished: readonly string[], typed = ''): string {
  return `${finished.map((reader) => `${reader}, `).join('')}${typed}`;
}
