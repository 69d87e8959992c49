/** Early enough that the end of what is loaded is never seen at the speed of a wheel. */
const rowsAhead = 8;

export function shouldLoadMore(lastVisible: number, count: number): boolean {
  return count - 1 - lastVisible <= rowsAhead;
}
