/** One act that can be taken back. */
export type Undoable = { id: string; undo: () => void };

/** So far back may one go; nobody remembers more. */
const maxDepth = 20;

/** What was done in this tab, the latest last. Each act is taken back once, by its own button or as the latest. */
export function createUndoStack() {
  let entries: readonly Undoable[] = [];

  function remove(id: string): Undoable | undefined {
    const found = entries.find((entry) => entry.id === id);
    entries = entries.filter((entry) => entry !== found);
    return found;
  }

  return {
    push(entry: Undoable): void {
      entries = [...entries, entry].slice(-maxDepth);
    },
    /** It failed, or its time is over. */
    forget(id: string): void {
      remove(id);
    },
    has(id: string): boolean {
      return entries.some((entry) => entry.id === id);
    },
    /** Whether there was anything to take back. */
    undo(id = entries.at(-1)?.id ?? ''): boolean {
      const entry = remove(id);
      entry?.undo();
      return entry !== undefined;
    },
  };
}

const stacks = new Map<string, ReturnType<typeof createUndoStack>>();

/** Of one location, for everything that the key takes back: acts and messages alike, the latest first. */
export function undoStackOf(locationId: string) {
  const known = stacks.get(locationId) ?? createUndoStack();
  stacks.set(locationId, known);
  return known;
}
