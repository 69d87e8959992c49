/** Something that waits until it is let go. */
export function gate(): { isFree: Promise<void>; letGo: () => void } {
  let letGo = () => {};
  const isFree = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { isFree, letGo };
}
