import 'server-only';

/** Runs over all items, so many at a time; the first failure ends it after those under way. */
export async function inTurn<Item>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      for (const item of left) await run(item);
    }),
  );
}
