/** Above the first message that this person has not seen before. */
export function NewLineRow() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr holds no word
    <div
      role="separator"
      aria-label="New"
      className="flex items-center gap-2.5 pt-3 pb-2 font-semibold text-11 text-accent before:h-px before:flex-1 before:bg-tint-line after:h-px after:flex-1 after:bg-tint-line"
    >
      New
    </div>
  );
}
