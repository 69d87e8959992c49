/** Twenty is more than any script stacks; 200 000 on one letter hang the tab for half a minute. */
const maxMarks = 20;

/** The text without the marks that pile up on one letter. For every text that a stranger wrote. */
export function cutCombiningMarks(text: string): string {
  return markCutter()(text);
}

/** The same over several pieces of one text: a pile may be spread over them. */
export function markCutter(): (piece: string) => string {
  let open = 0;
  return (piece) => {
    // Most texts hold no marks at all: leave them as they are.
    if (open === 0 && !/\p{M}/u.test(piece)) return piece;
    let kept = '';
    let from = 0;
    let lastEnd = 0;
    for (const run of piece.matchAll(/\p{M}+/gu)) {
      if (run.index > lastEnd) open = 0;
      const length = lengthOfMarks(run[0], Math.max(0, maxMarks - open));
      kept += piece.slice(from, run.index + length);
      open += [...run[0]].length;
      lastEnd = run.index + run[0].length;
      from = lastEnd;
    }
    if (lastEnd < piece.length) open = 0;
    return kept + piece.slice(from);
  };
}

function lengthOfMarks(run: string, count: number): number {
  let length = 0;
  for (const mark of run) {
    if (count-- <= 0) break;
    length += mark.length;
  }
  return length;
}
