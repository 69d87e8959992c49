/** Some two screens: the end of what is loaded is not seen at the speed of a wheel. */
const rowsAhead = 30;

export function shouldLoadMore(lastVisible: number, count: number): boolean {
  return count - 1 - lastVisible <= rowsAhead;
}
